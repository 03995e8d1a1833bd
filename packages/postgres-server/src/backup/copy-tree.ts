import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A file of a backup. */
export interface CopiedFile {
  /** Relative to the folder that was copied, with `/`. */
  path: string;
  bytes: number;
  /** Of what was copied, in hexadecimal. */
  sha256: string;
}

export interface CopyOptions {
  /** Whether a file or a folder, by its relative path, is left out; of a folder that is `'content'`, the empty folder is kept. */
  skip?: (path: string) => boolean | 'content';
  /** Called for each file that was copied. */
  onFile?: (file: CopiedFile) => void;
}

const CHUNK_BYTES = 1024 * 1024;

/**
 * Copies a folder and reads each file once: what the hash says is what was written. A file that is removed meanwhile is left out, one that
 * grows is copied up to the size that it had. Links are left out. Whoever copies calls {@link syncDisk} at the end.
 *
 * @param target a folder; made when absent
 * @returns the files, in no order
 */
export async function copyTree(
  source: string,
  target: string,
  { skip = () => false, onFile = () => {} }: CopyOptions = {},
): Promise<CopiedFile[]> {
  const files: CopiedFile[] = [];

  async function copyFolder(path: string): Promise<void> {
    await mkdir(join(target, path), { recursive: true, mode: 0o700 });
    const entries = await ifThere(readdir(join(source, path), { withFileTypes: true }));
    for (const entry of entries ?? []) {
      const inner = path === '' ? entry.name : `${path}/${entry.name}`;
      const skipped = skip(inner);
      if (skipped === true) continue;
      if (skipped === 'content') {
        await mkdir(join(target, inner), { recursive: true, mode: 0o700 });
      } else if (entry.isDirectory()) {
        await copyFolder(inner);
      } else if (entry.isFile()) {
        const copied = await ifThere(copyFile(join(source, inner), join(target, inner)));
        if (!copied) continue;
        const file = { path: inner, ...copied };
        files.push(file);
        onFile(file);
      }
    }
  }

  await copyFolder('');
  return files;
}

/** @throws Error when the target is there */
export async function copyFile(
  source: string,
  target: string,
  mode = 0o600,
): Promise<{ bytes: number; sha256: string }> {
  await using from = await open(source);
  await using to = await open(target, 'wx', mode);
  const { size } = await from.stat();
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, Math.max(size, 1)));
  let bytes = 0;
  while (bytes < size) {
    const { bytesRead } = await from.read(buffer, 0, Math.min(buffer.length, size - bytes), bytes);
    if (bytesRead === 0) break;
    const chunk = buffer.subarray(0, bytesRead);
    hash.update(chunk);
    await to.writeFile(chunk);
    bytes += bytesRead;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** SHA-256 of a file, in hexadecimal. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }))
    hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Null when what is asked for is not there. */
export async function ifThere<Value>(asked: Promise<Value>): Promise<Value | null> {
  return asked.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

/**
 * Returns when all that was written to the disk of a folder is on it: one call, and not one for each of thousands of files.
 *
 * @throws Error when the disk reports a failure
 */
export async function syncDisk(folder: string): Promise<void> {
  await promisify(execFile)('sync', process.platform === 'linux' ? ['-f', folder] : []);
}
