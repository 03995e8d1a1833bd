import { readFile } from 'node:fs/promises';
import { SettingsError } from '@yiwang/service/settings';
import type { Logger } from '@yiwang/service/logging';
import { watchPath } from './watch-path.ts';

/** A file or folder, and the setting that names it, for messages. */
interface NamedPath {
  setting: string;
  file: string;
}

export interface FollowedFile extends Disposable {
  /** Reads the file again, now. Never fails: an invalid file is logged, and the previous content stays in force. */
  readAgain(): Promise<void>;
}

/**
 * Reads a file or folder, and again whenever it changes, until disposed.
 *
 * @param take reads and applies it; throws an Error that names what is invalid, and has then changed nothing
 * @throws SettingsError when the file or folder is missing or invalid at the start
 */
export async function follow(
  { setting, file }: NamedPath,
  take: () => Promise<void>,
  logger: Logger,
): Promise<FollowedFile> {
  const settingsError = (cause: unknown) =>
    new SettingsError(`${setting}: ${file}: ${(cause as Error).message}`, { cause });

  async function readAgain(): Promise<void> {
    try {
      await take();
      logger.info({ setting, file }, 'settings file read again');
    } catch (cause) {
      const err = settingsError(cause);
      logger.error({ err, setting, file }, 'settings file is invalid; its previous content stays in force');
    }
  }

  // Before reading, so that no change is missed.
  const stop = await watchPath(file, () => void readAgain());
  try {
    await take();
  } catch (cause) {
    stop();
    throw settingsError(cause);
  }
  return { readAgain, [Symbol.dispose]: stop };
}

/**
 * Reads a JSON file, and again whenever it changes, until disposed.
 *
 * @param take applies the content; throws an Error that names what is invalid, and has then changed nothing
 * @throws SettingsError when the file is missing or invalid at the start
 */
export function followJson(
  named: NamedPath,
  take: (content: unknown) => void,
  logger: Logger,
): Promise<FollowedFile> {
  return follow(named, async () => take(JSON.parse(await readFile(named.file, 'utf8'))), logger);
}
