import { readFile } from 'node:fs/promises';
import { SettingsError } from '@yiwang/config';
import { IdentityError } from '@yiwang/identity';
import type { Logger } from '@yiwang/observability';
import { watchFile } from '../files/watch-file.ts';

/** What a file of keys holds. */
export interface FollowedKey<Key> extends Disposable {
  /** Now. Another object when the file was changed to something else, and only then. */
  readonly current: Key;
}

/**
 * Follows a file of keys until disposed. A change to what is no key is logged, and what was there before goes on.
 *
 * @param setting that names the file, for messages
 * @param read throws an IdentityError when it is no such key
 * @param kidsOf by which keys are told apart
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
      throw new SettingsError(`${setting}: ${file} is not a key that can be used. ${reason}`, { cause });
    }
  }

  async function readAgain(): Promise<void> {
    try {
      const next = await readNow();
      if (String(kidsOf(next)) === String(kidsOf(current))) return;
      current = next;
      logger.info({ setting, kids: kidsOf(next) }, 'using another key');
    } catch (err) {
      logger.error({ err, setting }, 'key not replaced; the one before goes on');
    }
  }

  const stop = watchFile(file, () => void readAgain());
  return {
    get current() {
      return current;
    },
    [Symbol.dispose]: stop,
  };
}
