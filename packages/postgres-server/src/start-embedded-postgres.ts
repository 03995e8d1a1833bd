import { mkdir, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  type ArchiveOptions,
  archiveSettings,
  requireCluster,
  settleArchive,
} from './archive/archive-folder.ts';
import { receiveWal } from './archive/wal-receiver.ts';
import { findBinaries } from './binaries.ts';
import { ensureCluster, removeDrafts } from './cluster.ts';
import { explainFileError } from './explain-file-error.ts';
import { findFreePort } from './free-port.ts';
import { type DirectoryLock, lockDirectory, lockHolder } from './lock-directory.ts';
import { readPassword } from './password.ts';
import { choosePlace, digest, movedTo } from './place.ts';
import { PostgresError } from './postgres-error.ts';
import { stopLeftovers } from './processes.ts';
import { runServer } from './run-server.ts';
import { chooseServerUser } from './server-user.ts';

/** A launcher that was just told to stop lets go within this time, in milliseconds. */
const LOCK_WAIT_MS = 1000;

export interface EmbeddedPostgresOptions {
  /** Folder for all that the server keeps; made when absent. It survives the process and is used again by the next start. */
  dataDir: string;
  /** TCP port on 127.0.0.1; any free one when absent. */
  port?: number;
  /** Where the server writes its log; `server.log` in the data folder when absent. The former log is kept as `.1`. */
  logFile?: string;
  /** Where its WAL goes, so that it can be restored to any moment; nowhere when absent. */
  archive?: ArchiveOptions;
  /** Told when the archive does not take the WAL; it is tried again. */
  onArchiveError?: (error: unknown) => void;
  /** More settings of PostgreSQL, such as those of a recovery. */
  settings?: Readonly<Record<string, string>>;
  /** Milliseconds until it must accept connections; ten minutes when absent. */
  readyTimeoutMs?: number;
}

export interface EmbeddedPostgres {
  /** URL of the maintenance database `postgres` with the superuser's password. */
  url: string;
  port: number;
  /** Folder of the cluster, where it could not be in the data folder; null otherwise. */
  movedTo: string | null;
  /** Processes of a former server that had lost its launcher and were ended first. */
  leftovers: number;
  /** Resolves when the server is gone, asked or not, with the reason in one line. Start anew to recover. */
  exited: Promise<string>;
  /** Ends the server cleanly and frees the data folder. May be called again. */
  stop(): Promise<void>;
  /** Ends the server at once and does not wait; the next start recovers, and nothing is lost. */
  kill(): void;
}

/**
 * Starts the PostgreSQL that comes with npm, and returns when it accepts connections: on loopback
 * only, with a password, as an unprivileged user when this process is root.
 *
 * It recovers by itself from any death of this process, of the server or of both: nothing that was
 * committed is lost.
 *
 * @throws PostgresError with one line that says what to do: the folder is used by another process,
 *   cannot be written or reached, the disk is full, the port is taken, no binaries for this machine
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const given = resolve(options.dataDir);
  try {
    await mkdir(given, { recursive: true });
    const dataDir = await realpath(given);
    const lock = await lockDirectory(dataDir, LOCK_WAIT_MS);
    if (!lock) throw await usedByAnother(dataDir);
    try {
      return await startLocked(dataDir, options, lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    const fault = error instanceof PostgresError ? null : explainFileError(error, given);
    throw fault ? new PostgresError(fault, { cause: error }) : error;
  }
}

/** The `cluster_name` of the server of a data folder, by which its processes are told from others'. */
export function clusterNameOf(dataDir: string): string {
  return `yiwang-${digest(dataDir)}`;
}

async function startLocked(
  dataDir: string,
  options: EmbeddedPostgresOptions,
  lock: DirectoryLock,
): Promise<EmbeddedPostgres> {
  const user = await chooseServerUser(join((await movedTo(dataDir)) ?? dataDir, 'cluster'));
  const place = await choosePlace(dataDir, user);
  const clusterName = clusterNameOf(dataDir);
  const leftovers = await stopLeftovers(join(place, 'cluster'), clusterName);
  await removeDrafts(place);
  const binaries = await findBinaries(place, user);
  const { archive, readyTimeoutMs, onArchiveError = () => {} } = options;
  if (archive) await requireCluster(archive.folder, join(place, 'cluster'));
  const cluster = await ensureCluster({ dataDir, place, user }, binaries);
  const port = options.port ?? (await findFreePort());
  const logFile = options.logFile ?? join(dataDir, 'server.log');
  const folder = archive ? await settleArchive(archive.folder, user, cluster) : null;
  const settings = {
    ...(archive && archiveSettings({ ...archive, folder: folder! })),
    ...options.settings,
  };
  const at = { dataDir, cluster, clusterName, binaries, user, port, logFile, settings };
  const server = await runServer({ ...at, ...(readyTimeoutMs && { readyTimeoutMs }) });
  const url = serverUrl(await readPassword(dataDir), port);
  let isStopping = false;
  const onError = (error: unknown): void => {
    if (!isStopping) onArchiveError(error);
  };
  const receiver = folder === null ? null : receiveWal({ url, folder, user, onError });
  const exited = server.exited.finally(async () => {
    await receiver?.[Symbol.asyncDispose]();
    // However it ended, the folder is free for the next start.
    lock.release();
  });
  return {
    url,
    port,
    movedTo: place === dataDir ? null : place,
    leftovers,
    exited,
    stop: async () => {
      isStopping = true;
      await server.stop();
      await exited;
    },
    kill: server.kill,
  };
}

/** URL of the maintenance database of an embedded server. */
export function serverUrl(password: string | null, port: number): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

async function usedByAnother(dataDir: string): Promise<PostgresError> {
  const holder = await lockHolder(dataDir);
  return new PostgresError(
    `${dataDir} is in use by ${holder ? `process ${holder}` : 'another process'}. Stop that one, or choose another place with --data.`,
  );
}
