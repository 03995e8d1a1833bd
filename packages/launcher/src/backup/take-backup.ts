import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type BaseBackup, syncDisk, takeBaseBackup, takeGivenBackup } from '@yiwang/postgres-server';
import type { DataFolder } from '../system/data-folder.ts';
import { type Manifest, writeManifest } from './manifest.ts';
import { saveFiles } from './saved-files.ts';

export interface BackupSource {
  data: DataFolder;
  /** Of the server; null where the databases are not saved. */
  server: { url: string; isEmbedded: boolean } | null;
}

/** A backup that was taken. */
export interface Backup {
  path: string;
  manifest: Manifest;
}

const DRAFT = '.partial';

/**
 * Takes a backup while the system runs: the databases first, then the files that they name. It is in a folder of its own, under the time
 * at which it began, and is there whole or not at all.
 *
 * @param folder of all backups; under the lock of this process
 * @param onFile called with the bytes of each file that was copied
 */
export async function takeBackup(
  { data, server }: BackupSource,
  folder: string,
  onFile: (bytes: number) => void,
): Promise<Backup> {
  await removeDrafts(folder);
  const startedAt = new Date().toISOString();
  const path = join(folder, startedAt.replaceAll(':', '-').replace(/\.\d+Z$/, 'Z'));
  const draft = `${path}${DRAFT}`;
  await mkdir(draft, { mode: 0o700 });
  const cluster = server && (await copyCluster(server, data, join(draft, 'cluster'), onFile));
  // In this order: files that the databases name are there.
  const files = await saveFiles(data, join(draft, 'files'), onFile);
  const manifest: Manifest = {
    format: 1,
    startedAt,
    endedAt: new Date().toISOString(),
    cluster: cluster && { ...withoutFiles(cluster), isEmbedded: server!.isEmbedded },
    files: [...under('cluster', cluster?.files ?? []), ...under('files', files)],
  };
  await writeManifest(draft, manifest);
  await syncDisk(draft);
  await rename(draft, path);
  await syncDisk(folder);
  return { path, manifest };
}

function copyCluster(
  { url, isEmbedded }: NonNullable<BackupSource['server']>,
  data: DataFolder,
  target: string,
  onFile: (bytes: number) => void,
): Promise<BaseBackup> {
  const count = ({ bytes }: { bytes: number }): void => onFile(bytes);
  return isEmbedded ? takeBaseBackup(url, data.postgres, target, count) : takeGivenBackup(url, target, count);
}

function under(folder: string, files: BaseBackup['files']): BaseBackup['files'] {
  return files.map((file) => ({ ...file, path: `${folder}/${file.path}` }));
}

function withoutFiles({ system, version, firstSegment }: BaseBackup): Omit<BaseBackup, 'files'> {
  return { system, version, firstSegment };
}

/** What a backup that was killed has left behind. */
async function removeDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.endsWith(DRAFT)) await rm(join(folder, name), { recursive: true, force: true });
  }
}
