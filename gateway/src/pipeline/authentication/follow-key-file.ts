import { readFile } from 'node:fs/promises';
import { SettingsError } from '@yiwang/service/settings';
import { IdentityError } from '@yiwang/identity';
import type { Logger } from '@yiwang/service/logging';
import { watchPath } from '../../util/files/watch-path.ts';

/** The content of a key file, followed. */
export interface FollowedKey<Key> extends Disposable {
  /** The current key; a new object only when the file changed to another key. */
  readonly current: Key;
}

/**
 * Follows a key file until disposed. A change to an invalid key is logged, and the previous key stays in use.
 *
 * @param setting the setting that names the file, for messages
 * @param read throws an IdentityError when the text is no such key
 * @param kidsOf returns the ids by which keys are compared
 * @throws SettingsError when the file cannot be read at the start, or holds no such key
 */
export async function followKeyFile<Key>(
  { setting, file }: { setting: string; file: string },
  read: (json: string) => Promise<Key>,
  kidsOf: (key: Key) => string | string[],
  logger: Logger,
): Promise<FollowedKey<Key>> {
  let current = await readNow();

  async function readNow(): Promise<Key> {
    try {
      return await read(await readFile(file, 'utf8'));
    } catch (cause) {
      const { code, message } = cause as NodeJS.ErrnoException;
      if (!(cause instanceof IdentityError) && code === undefined) throw cause;
      const reason = code === 'ENOENT' ? 'There is no such file.' : message;
      throw new SettingsError(`${setting}: ${file} is no usable key. ${reason}`, { cause });
    }
  }

  async function readAgain(): Promise<void> {
    try {
      const next = await readNow();
      if (String(kidsOf(next)) === String(kidsOf(current))) return;
      current = next;
      logger.info({ setting, kids: kidsOf(next) }, 'key file changed; using the new key');
    } catch (err) {
      logger.error(
        { err, setting },
        'key file changed, but holds no usable key; the previous key stays in use',
      );
    }
  }

  const stop = await watchPath(file, () => void readAgain());
  return {
    get current() {
      return current;
    },
    [Symbol.dispose]: stop,
  };
}
