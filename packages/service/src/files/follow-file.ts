import { readFile, stat } from 'node:fs/promises';
import { SettingsError } from '../settings/index.ts';

/** Polling also sees changes on network and container mounts, where notifications get lost. */
const POLL_MS = 1_000;

/** What a file holds, followed. */
export interface FollowedFile<Value> extends Disposable {
  /** A new value only when the file holds another text that can be used. */
  readonly current: Value;
}

/** Told of what becomes of the file; a logger is one. */
interface Listener {
  info(context: object, message: string): void;
  error(context: object, message: string): void;
}

/**
 * Reads the file that a setting names, and again within about a second after it has changed, until disposed. While it is missing or
 * cannot be used, the previous value stays in force, and that is logged.
 *
 * @param read throws an Error that says what is wrong with the text
 * @param onChange called after each change to a value that can be used
 * @throws SettingsError naming setting and file, when it cannot be used at the start
 */
export async function followFile<Value>(
  { setting, file }: { setting: string; file: string },
  read: (text: string) => Value | Promise<Value>,
  listener: Listener,
  onChange: () => void = () => {},
): Promise<FollowedFile<Value>> {
  // Before the content, so that a change during the read is noticed the next time.
  let stamp = await stampOf(file);
  let text = '';
  let isReading = false;

  const readNow = async (): Promise<Value> => {
    text = await readFile(file, 'utf8');
    return read(text);
  };

  let current: Value;
  try {
    current = await readNow();
  } catch (cause) {
    throw new SettingsError(`${setting}: ${file}: ${(cause as Error).message}`, { cause });
  }

  async function refresh(): Promise<void> {
    const found = await stampOf(file);
    if (found === null || found === stamp) return;
    stamp = found;
    const before = text;
    try {
      const next = await readNow();
      if (text === before) return;
      current = next;
      listener.info({ setting, file }, 'settings file read again');
      onChange();
    } catch (err) {
      listener.error({ err, setting, file }, 'settings file is invalid; its previous content stays in force');
    }
  }

  const timer = setInterval(() => {
    if (isReading) return;
    isReading = true;
    void refresh().finally(() => (isReading = false));
  }, POLL_MS).unref();
  return {
    get current() {
      return current;
    },
    [Symbol.dispose]: () => clearInterval(timer),
  };
}

/** Changes with the content; null when there is no file, or none that can be looked at. */
async function stampOf(file: string): Promise<string | null> {
  const found = await stat(file).catch(() => null);
  return found && `${found.mtimeMs} ${found.size} ${found.ino}`;
}
