import { readFile } from 'node:fs/promises';
import { SupergraphError } from '@yiwang/engine';

/** The supergraph file cannot be read, or holds no supergraph. The message names the file and the cause. */
export class SupergraphFileError extends Error {
  override readonly name = 'SupergraphFileError';
}

/**
 * Reads the supergraph file.
 *
 * @throws SupergraphFileError when it cannot be read
 */
export async function readSupergraph(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'There is no such file.' : message;
    throw new SupergraphFileError(`The supergraph ${file} cannot be read. ${reason}`, { cause });
  }
}

/** Runs `serve`, and names the file in its SupergraphErrors. */
export async function namingFile<T>(file: string, serve: () => Promise<T>): Promise<T> {
  try {
    return await serve();
  } catch (cause) {
    if (!(cause instanceof SupergraphError)) throw cause;
    throw new SupergraphFileError(`${file}: ${cause.message}`, { cause });
  }
}
