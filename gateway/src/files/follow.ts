import { SettingsError } from '@yiwang/config';
import type { Logger } from '@yiwang/observability';

export interface FollowedFile extends Disposable {
  /** Reads the file again, now. Never fails: a file that is wrong is logged, and what was read before stays. */
  readAgain(): Promise<void>;
}

/**
 * Takes in what a file or folder holds, and again whenever it changes, until it is disposed of.
 *
 * @param setting that names it, for messages
 * @param take throws an Error that says what is wrong, and has then changed nothing
 * @param watch calls back when it has changed since the call; what it returns ends that
 * @throws SettingsError when it cannot be read at the start, or is wrong
 */
export async function follow(
  { setting, file }: { setting: string; file: string },
  take: () => Promise<void>,
  watch: (file: string, onChange: () => void) => (() => void) | Promise<() => void>,
  logger: Logger,
): Promise<FollowedFile> {
  const refusal = (cause: unknown) =>
    new SettingsError(`${setting}: ${file}: ${(cause as Error).message}`, { cause });

  async function readAgain(): Promise<void> {
    try {
      await take();
      logger.info({ setting, file }, 'settings file read again');
    } catch (cause) {
      const err = refusal(cause);
      logger.error({ err, setting, file }, 'settings file not taken; what it said before holds on');
    }
  }

  let stop = () => {};
  try {
    // Before it is read: what changes meanwhile is not missed.
    stop = await watch(file, () => void readAgain());
    await take();
  } catch (cause) {
    stop();
    throw refusal(cause);
  }
  return { readAgain, [Symbol.dispose]: stop };
}
