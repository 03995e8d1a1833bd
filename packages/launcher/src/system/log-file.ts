import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from './data-folder.ts';

const TAIL_BYTES = 8192;

/** Path of a log, made anew: the log of the former start is kept as `<name>.log.1`. */
export async function rotateLog(data: Pick<DataFolder, 'logs'>, name: string): Promise<string> {
  const file = join(data.logs, `${name}.log`);
  await rename(file, `${file}.1`).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  return file;
}

/** The last lines of a log, oldest first; none when it cannot be read. */
export async function lastLines(file: string, most = 5): Promise<string[]> {
  const handle = await open(file).catch(() => null);
  if (!handle) return [];
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read({
      buffer: Buffer.alloc(Math.min(size, TAIL_BYTES)),
      position: Math.max(0, size - TAIL_BYTES),
    });
    return buffer.toString('utf8', 0, bytesRead).trim().split('\n').filter(Boolean).slice(-most);
  } finally {
    await handle.close();
  }
}
