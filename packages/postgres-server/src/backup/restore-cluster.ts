import {
  access,
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readdir,
  realpath,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type ArchiveOptions, restoreCommand, segmentsOf, tailOf } from '../archive/archive-folder.ts';
import { withConnection } from '../connect.ts';
import { lockDirectory } from '../lock-directory.ts';
import { choosePlace, movedTo } from '../place.ts';
import { PostgresError } from '../postgres-error.ts';
import { chooseServerUser, type ServerUser } from '../server-user.ts';
import { startEmbeddedPostgres } from '../start-embedded-postgres.ts';
import { copyTree, syncDisk } from './copy-tree.ts';

/** Milliseconds; replaying the WAL of a month takes hours. */
const RECOVERY_TIMEOUT_MS = 7 * 24 * 3_600_000;

export interface RestoreOptions {
  /** The copied cluster, as {@link takeBaseBackup} wrote it. */
  backup: string;
  /** Its first segment of the WAL. */
  firstSegment: string;
  /** Data folder of an embedded server, without a cluster. */
  dataDir: string;
  archive: ArchiveOptions;
  /** The moment to restore; everything that the archive has when null. */
  until: Date | null;
  logFile: string;
  /** Called with the bytes of each file that was copied. */
  onCopied?: (bytes: number) => void;
  /** Called when all files are there and the WAL is replayed. */
  onRecovery?: () => void;
}

/** What a data folder holds of a cluster: nothing, one that a restore was cut short of, or one. */
export type ClusterState = 'none' | 'half restored' | 'whole';

export async function clusterState(dataDir: string): Promise<ClusterState> {
  const directory = await realpath(resolve(dataDir)).catch(() => null);
  if (directory === null) return 'none';
  const cluster = join((await movedTo(directory)) ?? directory, 'cluster');
  if ((await readdir(cluster).catch(() => [])).length === 0) return 'none';
  // PostgreSQL removes it when it has recovered.
  return (await isThere(join(cluster, 'recovery.signal'))) ? 'half restored' : 'whole';
}

/**
 * Puts a cluster back from a base backup, and replays the WAL of the archive to a moment, or to its end. A restore that was cut short
 * is begun anew. The server is stopped when this returns.
 *
 * @returns the time of the last commit that was restored; null when the archive held none after the backup
 * @throws PostgresError when a cluster is there, the archive has not what the backup needs, or does not reach the moment
 */
export async function restoreCluster(options: RestoreOptions): Promise<Date | null> {
  const { dataDir, archive, firstSegment } = options;
  await requireSegment(archive.folder, firstSegment);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const directory = await realpath(dataDir);
  const lock = await lockDirectory(directory);
  if (!lock) throw new PostgresError(`The PostgreSQL of ${directory} is running. Stop it first.`);
  try {
    if ((await clusterState(directory)) === 'whole')
      throw new PostgresError(`${directory} holds databases, which are not overwritten.`);
    await putBack(options, directory);
  } finally {
    lock.release();
  }
  options.onRecovery?.();
  return recover(options, directory);
}

async function putBack({ backup, onCopied }: RestoreOptions, directory: string): Promise<void> {
  const user = await chooseServerUser(join(directory, 'cluster'));
  const place = await choosePlace(directory, user);
  const cluster = join(place, 'cluster');
  await rm(cluster, { recursive: true, force: true });
  // A start removes a draft that was left behind.
  const draft = await mkdtemp(`${cluster}.partial-`);
  await copyTree(backup, draft, { onFile: ({ bytes }) => onCopied?.(bytes) });
  await makeWalFolders(join(draft, 'pg_wal'));
  await giveTo(draft, user);
  await syncDisk(draft);
  await rename(draft, cluster);
}

async function makeWalFolders(folder: string): Promise<void> {
  for (const name of ['archive_status', 'summaries'])
    await mkdir(join(folder, name), { recursive: true, mode: 0o700 });
}

async function giveTo(cluster: string, user: ServerUser): Promise<void> {
  await writeFile(join(cluster, 'recovery.signal'), '', { mode: 0o600 });
  await chmod(cluster, 0o700);
  if (!('uid' in user)) return;
  for (const entry of await readdir(cluster, { recursive: true, withFileTypes: true }))
    await chown(join(entry.parentPath, entry.name), user.uid, user.gid);
  await chown(cluster, user.uid, user.gid);
}

async function recover({ archive, until, logFile }: RestoreOptions, dataDir: string): Promise<Date | null> {
  const server = await startEmbeddedPostgres({
    dataDir,
    logFile,
    readyTimeoutMs: RECOVERY_TIMEOUT_MS,
    // Nobody waits for a receiver: there is none until the end of the recovery.
    archive: { ...archive, isSynchronous: false },
    settings: {
      restore_command: restoreCommand(await realpath(archive.folder)),
      // It accepts connections when it has recovered, and not before.
      hot_standby: 'off',
      recovery_target_timeline: 'latest',
      recovery_target_action: 'promote',
      ...(until && { recovery_target_time: pgTime(until) }),
    },
  });
  try {
    return await withConnection(server.url, async (sql) => {
      const [row] = await sql<{ last: Date | null }[]>`select pg_last_xact_replay_timestamp() as last`;
      return row!.last;
    });
  } finally {
    await server.stop();
  }
}

/** `2026-11-29 18:34:40.530+00`: the server takes no `T` here. */
export function pgTime(moment: Date): string {
  return moment.toISOString().replace('T', ' ').replace('Z', '+00');
}

async function requireSegment(folder: string, name: string): Promise<void> {
  if (await isThere(join(segmentsOf(folder), name))) return;
  if (await isThere(join(tailOf(folder), name))) return;
  throw new PostgresError(
    `The archive in ${folder} has no segment ${name}, with which this backup begins. Name the archive that belongs to it with --archive.`,
  );
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
