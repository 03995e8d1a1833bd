import { readFile, stat } from 'node:fs/promises';
import { SettingsError } from '../settings/index.ts';

/** Polling also sees changes on network and container mounts, where notifications get lost. */
const POLL_MS = 1_000;

/** What a file holds, followed. */
export interface FollowedFile<Value> extends Disposable {
  /** A new value only when the file, or one that it needs, holds another text that can be used. */
  readonly current: Value;
}

/** Reads a further file that a value needs, which is then followed as well. */
export type ReadFurther = (file: string) => Promise<string>;

/** Told of what becomes of the file; a logger is one. */
export interface FollowListener {
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
  read: (text: string, readFurther: ReadFurther) => Value | Promise<Value>,
  listener: FollowListener,
  onChange: (value: Value) => void = () => {},
): Promise<FollowedFile<Value>> {
  let content = await readAll(file, read);
  if ('fault' in content) {
    const { message } = content.fault as Error;
    throw new SettingsError(`${setting}: ${file}: ${message}`, { cause: content.fault });
  }
  let current = content.value;
  let { text } = content;
  let isReading = false;

  async function refresh(): Promise<void> {
    if (!(await hasChanged(content.stamps))) return;
    const next = await readAll(file, read);
    content = next;
    if ('fault' in next) {
      const message = 'settings file is invalid; its previous content stays in force';
      listener.error({ err: next.fault, setting, file }, message);
      return;
    }
    if (next.text === text) return;
    ({ value: current, text } = next);
    listener.info({ setting, file }, 'settings file read again');
    onChange(current);
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

/** By file, what changes with its content; null when there is none, or none that can be looked at. */
type Stamps = ReadonlyMap<string, string | null>;

type Content<Value> = { stamps: Stamps } & ({ value: Value; text: string } | { fault: unknown });

async function readAll<Value>(
  file: string,
  read: (text: string, readFurther: ReadFurther) => Value | Promise<Value>,
): Promise<Content<Value>> {
  const stamps = new Map<string, string | null>();
  const texts: string[] = [];
  const readOne = async (one: string): Promise<string> => {
    // Before the content, so that a change during the read is noticed the next time.
    stamps.set(one, await stampOf(one));
    const text = await readFile(one, 'utf8');
    texts.push(text);
    return text;
  };
  try {
    const value = await read(await readOne(file), readOne);
    return { stamps, value, text: texts.join('\0') };
  } catch (fault) {
    return { stamps, fault };
  }
}

async function hasChanged(stamps: Stamps): Promise<boolean> {
  for (const [file, stamp] of stamps) {
    const found = await stampOf(file);
    // A file that is gone is being replaced.
    if (found !== null && found !== stamp) return true;
  }
  return false;
}

async function stampOf(file: string): Promise<string | null> {
  const found = await stat(file).catch(() => null);
  return found && `${found.mtimeMs} ${found.size} ${found.ino}`;
}
