import { realpath, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { lockDirectory } from './lock-directory.ts';
import { movedTo } from './place.ts';
import { PostgresError } from './postgres-error.ts';
import { stopLeftovers } from './processes.ts';
import { clusterNameOf } from './start-embedded-postgres.ts';

/** All that {@link startEmbeddedPostgres} makes in its data folder; nothing else is touched. */
const FILES = ['cluster', 'password', 'server.log', 'server.log.1', 'lock.pid', 'moved-to', 'lock'];

/**
 * Deletes the cluster of a data folder with all its databases, after ending what is left of its
 * server.
 *
 * @returns the folder of the deleted cluster, or null when there was none
 * @throws PostgresError when another process runs the server
 */
export async function removeEmbeddedPostgres(dataDir: string): Promise<string | null> {
  const directory = await realpath(resolve(dataDir)).catch(() => null);
  if (directory === null) return null;
  const lock = await lockDirectory(directory);
  if (!lock) throw new PostgresError(`The PostgreSQL of ${directory} is running. Stop it first.`);
  try {
    const place = (await movedTo(directory)) ?? directory;
    const cluster = join(place, 'cluster');
    await stopLeftovers(cluster, clusterNameOf(directory));
    // A place elsewhere is all our own; in the data folder, binaries and other people's files stay.
    await rm(place === directory ? cluster : place, { recursive: true, force: true });
    // `moved-to` goes after the cluster it points to: an interrupted removal can be repeated.
    for (const name of FILES) await rm(join(directory, name), { recursive: true, force: true });
    return cluster;
  } finally {
    lock.release();
  }
}
