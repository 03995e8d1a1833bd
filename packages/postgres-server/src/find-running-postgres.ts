import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { lockDirectory } from './lock-directory.ts';
import { readPassword } from './password.ts';
import { movedTo } from './place.ts';
import { PostgresError } from './postgres-error.ts';
import { readPidFile } from './processes.ts';
import { serverUrl } from './start-embedded-postgres.ts';

/**
 * The server of a data folder that another process runs: URL of its maintenance database, or null
 * when nothing runs there (an orphan counts as nothing: the next start ends it).
 *
 * @throws PostgresError while that server is still starting or already stopping
 */
export async function findRunningPostgres(dataDir: string): Promise<string | null> {
  const directory = await realpath(resolve(dataDir)).catch(() => null);
  if (directory === null) return null;
  const lock = await lockDirectory(directory);
  if (lock) {
    lock.release();
    return null;
  }
  const { port, ready } = await readPidFile(join((await movedTo(directory)) ?? directory, 'cluster'));
  if (port === null || !ready) {
    throw new PostgresError(
      `The PostgreSQL of ${directory} is just starting or stopping. Try again in a moment.`,
    );
  }
  return serverUrl(await readPassword(directory), port);
}
