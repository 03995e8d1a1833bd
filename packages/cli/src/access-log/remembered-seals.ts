import { readFile, writeFile } from 'node:fs/promises';
import { CommandError } from '../command-error.ts';
import { resolvePath } from '../files.ts';

/** The last seal of each gateway that was good at an earlier time: what a log reached to then, it must reach to now. */
export type RememberedSeals = Record<string, string>;

/** None when there is no such file yet. @throws CommandError when it is none */
export async function readSeals(path: string): Promise<RememberedSeals> {
  let text: string;
  try {
    text = await readFile(resolvePath(path), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return {};
    throw new CommandError(`The seals ${path} cannot be read (${code}).`);
  }
  try {
    const value: unknown = JSON.parse(text);
    const isSeals =
      typeof value === 'object' &&
      value !== null &&
      Object.values(value).every((seal) => typeof seal === 'string');
    if (isSeals) return value as RememberedSeals;
  } catch {
    // Told below.
  }
  throw new CommandError(`${path} holds no seals: it is written by yiwang verify-log --seals.`);
}

export async function writeSeals(path: string, seals: RememberedSeals): Promise<void> {
  await writeFile(resolvePath(path), `${JSON.stringify(seals, null, 2)}\n`).catch(
    (error: NodeJS.ErrnoException) => {
      throw new CommandError(`${path} cannot be written (${error.code}).`);
    },
  );
}
