import { chown, mkdir, open, readdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { closeFolder } from '../place.ts';
import { PostgresError } from '../postgres-error.ts';
import { runAs, type ServerUser } from '../server-user.ts';

/** Where the write-ahead log (WAL) goes beside the cluster, so that a backup and it give every commit back. */
export interface ArchiveOptions {
  /** Folder of the archive, best on another disk than the cluster. */
  folder: string;
  /** Whether a commit is acknowledged only when it is on the archive's disk too. */
  isSynchronous: boolean;
}

/** The name under which the receiver of the tail signs in. */
export const RECEIVER = 'yiwang_archive';

/** Segments that are complete, as PostgreSQL archives them. */
export const segmentsOf = (folder: string): string => join(folder, 'segments');
/** What was written of the segments that are not complete yet. */
export const tailOf = (folder: string): string => join(folder, 'tail');

/**
 * Makes the folders of an archive, for the server's user. An archive belongs to one cluster, also when that is restored.
 *
 * @returns the folder's path without symbolic links
 * @throws PostgresError when that user cannot write there, or it is the archive of another cluster
 */
export async function settleArchive(folder: string, user: ServerUser, cluster: string): Promise<string> {
  await mkdir(resolve(folder), { recursive: true, mode: 0o700 });
  const real = await realpath(folder);
  await closeFolder(real, user);
  for (const path of [segmentsOf(real), tailOf(real)]) {
    await mkdir(path, { recursive: true, mode: 0o700 });
    if ('uid' in user) await chown(path, user.uid, user.gid);
  }
  await claimFor(cluster, real);
  const { code } = await runAs(user, '/bin/sh', ['-c', 'cd -- "$1" && test -w .', 'sh', segmentsOf(real)]);
  if (code === 0) return real;
  throw new PostgresError(
    `PostgreSQL cannot write its archive to ${real}: its user${'uid' in user ? ` (uid ${user.uid})` : ''} does not reach it. Name a folder on a disk that every user may pass through.`,
  );
}

/**
 * Checks that the cluster of an archive is there: in its place a new one would be made, which is empty.
 *
 * @throws PostgresError when it is gone
 */
export async function requireCluster(folder: string, cluster: string): Promise<void> {
  const owner = await readFile(join(folder, 'system'), 'utf8').catch(() => null);
  if (owner === null || (await readdir(cluster).catch(() => [])).length > 0) return;
  throw new PostgresError(
    `The databases that ${folder} archives are gone: ${cluster} is not there. Restore them with yiwang restore, or start anew with another archive.`,
  );
}

/** Two clusters give different segments the same names. */
async function claimFor(cluster: string, folder: string): Promise<void> {
  const system = await systemOf(cluster);
  const file = join(folder, 'system');
  const owner = await readFile(file, 'utf8').catch(() => '');
  if (owner.trim() === system) return;
  if (owner !== '' || (await readdir(segmentsOf(folder))).length > 0) {
    throw new PostgresError(
      `${folder} is the archive of another cluster. Name a new folder with --archive, and keep that one as long as its backups.`,
    );
  }
  await writeFile(file, `${system}\n`, { mode: 0o600, flush: true });
}

/** `system_identifier` of a cluster, which stands first in its control file. */
export async function systemOf(cluster: string): Promise<string> {
  await using file = await open(join(cluster, 'global', 'pg_control'));
  const { buffer } = await file.read(Buffer.alloc(8), 0, 8, 0);
  return buffer.readBigUInt64LE().toString();
}

/** Settings of a server that archives to the folder. */
export function archiveSettings({ folder, isSynchronous }: ArchiveOptions): Record<string, string> {
  return {
    wal_level: 'replica',
    max_wal_senders: '4',
    archive_mode: 'on',
    archive_library: 'basic_archive',
    'basic_archive.archive_directory': segmentsOf(folder),
    synchronous_standby_names: isSynchronous ? RECEIVER : '',
  };
}

/** How a server that recovers gets a segment: the complete one, else its tail, which ends with zeros. */
export function restoreCommand(folder: string): string {
  const copy = (from: string) => `cp ${shellText(from)}/%f "%p" 2>/dev/null`;
  return `${copy(segmentsOf(folder))} || ${copy(tailOf(folder))}`;
}

function shellText(text: string): string {
  return `'${text.replaceAll("'", `'\\''`).replaceAll('%', '%%')}'`;
}
