import { readFile } from 'node:fs/promises';
import { SupergraphError } from '@yiwang/engine';

/** The file of the supergraph cannot be read, or holds none. The message names the file and what to do. */
export class SupergraphFileError extends Error {
  override readonly name = 'SupergraphFileError';
}

/** @throws SupergraphFileError when the file cannot be read */
export async function readSupergraph(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'There is no such file.' : message;
    throw new SupergraphFileError(`The supergraph ${file} cannot be read. ${reason}`, { cause });
  }
}

/** Runs what takes the supergraph in, and names the file when it is refused. */
export async function namingFile<T>(file: string, take: () => Promise<T>): Promise<T> {
  try {
    return await take();
  } catch (cause) {
    if (!(cause instanceof SupergraphError)) throw cause;
    throw new SupergraphFileError(`${file}: ${cause.message}`, { cause });
  }
}
