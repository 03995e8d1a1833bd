import type { Dirent } from 'node:fs';
import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Closes a folder and all in it to other users, whatever the umask was when it was made. What is not there, or belongs to
 * another user, is left as it is.
 *
 * @param stays whether a file of this name stays as it is
 */
export async function makePrivate(folder: string, stays?: (name: string) => boolean): Promise<void> {
  await setMode(folder, 0o700);
  await makeFilesPrivate(folder, stays);
  for (const entry of await entriesOf(folder)) {
    if (entry.isDirectory()) await makePrivate(join(folder, entry.name), stays);
  }
}

/** The files that stand in a folder itself. */
export async function makeFilesPrivate(folder: string, stays?: (name: string) => boolean): Promise<void> {
  for (const entry of await entriesOf(folder)) {
    if (entry.isFile() && !stays?.(entry.name)) await setMode(join(folder, entry.name), 0o600);
  }
}

function entriesOf(folder: string): Promise<Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => []);
}

async function setMode(path: string, mode: number): Promise<void> {
  await chmod(path, mode).catch((error: NodeJS.ErrnoException) => {
    if (!['ENOENT', 'EPERM', 'EROFS'].includes(error.code ?? '')) throw error;
  });
}
