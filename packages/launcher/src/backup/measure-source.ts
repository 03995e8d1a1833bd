import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ifThere, measureDatabases } from '@yiwang/postgres-server';
import { SAVED } from './saved-files.ts';
import type { BackupSource } from './take-backup.ts';

/** About how many bytes a backup will hold: what the databases say of themselves, and the files. */
export async function measureSource({ data, server }: BackupSource): Promise<number> {
  let bytes = server === null ? 0 : await measureDatabases(server.url);
  for (const part of SAVED) bytes += await measure(join(data.path, part));
  return bytes;
}

async function measure(path: string): Promise<number> {
  const found = await ifThere(stat(path));
  if (!found) return 0;
  if (!found.isDirectory()) return found.size;
  const names = (await ifThere(readdir(path))) ?? [];
  const sizes = await Promise.all(names.map((name) => measure(join(path, name))));
  return sizes.reduce((sum, size) => sum + size, 0);
}
