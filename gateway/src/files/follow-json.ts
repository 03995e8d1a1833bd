import { readFile } from 'node:fs/promises';
import { SettingsError } from '@yiwang/config';
import type { Logger } from '@yiwang/observability';
import { watchFile } from './watch-file.ts';

export interface FollowedFile extends Disposable {
  /** Reads the file again, now. Never fails: a file that is wrong is logged, and what was read before stays. */
  readAgain(): Promise<void>;
}

/**
 * Takes in what a JSON file holds, and again whenever it changes, until it is disposed of.
 *
 * @param setting that names the file, for messages
 * @param take throws an Error that says what is wrong with the content
 * @throws SettingsError when the file cannot be read at the start, or is wrong
 */
export async function followJson(
  { setting, file }: { setting: string; file: string },
  take: (content: unknown) => void,
  logger: Logger,
): Promise<FollowedFile> {
  async function read(): Promise<void> {
    try {
      take(JSON.parse(await readFile(file, 'utf8')));
    } catch (cause) {
      throw new SettingsError(`${setting}: ${file}: ${(cause as Error).message}`, { cause });
    }
  }

  async function readAgain(): Promise<void> {
    try {
      await read();
      logger.info({ setting, file }, 'settings file read again');
    } catch (err) {
      logger.error({ err, setting, file }, 'settings file not taken; what it said before holds on');
    }
  }

  await read();
  const stop = watchFile(file, () => void readAgain());
  return { readAgain, [Symbol.dispose]: stop };
}
