import { constants } from 'node:fs';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../network/run.ts';

const FILLER = 'filler';
const BLOCK = Buffer.alloc(64 * 1024);

/** Makes a small disk of its own where a folder is. It ends with the namespaces of this process. */
export async function mountDisk(folder: string, mib: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { uid, gid, mode } = await stat(folder);
  const options = `size=${mib}m,uid=${uid},gid=${gid},mode=${(mode & 0o777).toString(8)}`;
  await run('mount', '-t', 'tmpfs', '-o', options, 'tmpfs', folder);
}

/** Writes until the disk of a folder takes nothing more. */
export async function fillDisk(folder: string): Promise<void> {
  const file = await open(join(folder, FILLER), constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND);
  try {
    for (;;) await file.write(BLOCK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    await file.close();
  }
}

export function freeDisk(folder: string): Promise<void> {
  return rm(join(folder, FILLER), { force: true });
}
