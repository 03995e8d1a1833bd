import { constants } from 'node:fs';
import { mkdir, open, rm, stat, statfs, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../network/run.ts';

const FILLER = 'filler';
const BLOCK = Buffer.alloc(64 * 1024);

/** Makes a small disk in memory where a folder is. It ends with the namespaces of this process. */
export async function mountDisk(folder: string, mib: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { uid, gid, mode } = await stat(folder);
  const options = `size=${mib}m,uid=${uid},gid=${gid},mode=${(mode & 0o777).toString(8)}`;
  await run('mount', '-t', 'tmpfs', '-o', options, 'tmpfs', folder);
}

/** Makes a disk whose writes reach a disk of this machine, in a file that has no name, and so ends with it. */
export async function mountRealDisk(folder: string, mib: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const image = join(tmpdir(), `yiwang-chaos-disk-${process.pid}-${Date.now()}`);
  await (await open(image, 'wx')).close();
  await truncate(image, mib * 1024 * 1024);
  try {
    await run('mkfs.ext4', '-q', '-m', '0', image);
    await run('mount', '-o', 'loop', image, folder);
  } finally {
    await rm(image);
  }
  await rm(join(folder, 'lost+found'), { recursive: true });
}

/** Writes until the disk of a folder takes nothing more. */
export async function fillDisk(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  // Nearly all at once; then what others have freed meanwhile.
  await run('fallocate', '--length', String(Math.floor(bavail * 0.98) * bsize), join(folder, FILLER));
  const file = await open(join(folder, FILLER), constants.O_WRONLY | constants.O_APPEND);
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
