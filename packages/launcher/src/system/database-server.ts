import { type ArchiveOptions, checkServer } from '@yiwang/postgres-server';
import type { DataFolder } from './data-folder.ts';
import { runEmbeddedServer } from './embedded-server.ts';
import type { DatabaseServer } from './server.ts';
import type { Terminal } from './terminal.ts';

/** The server that DATABASE_URL names; null when it is not set, for the embedded one. */
export function givenServerUrl(): string | null {
  return process.env['DATABASE_URL'] || null;
}

/** The login by which the server of others is saved, which may replicate: BACKUP_DATABASE_URL, else DATABASE_URL. Null for the embedded one. */
export function backupServerUrl(): string | null {
  return process.env['BACKUP_DATABASE_URL'] || givenServerUrl();
}

/**
 * The server for the databases: the given one or, for null, the embedded one of the data folder,
 * kept running until disposed.
 *
 * @throws PostgresError when it cannot be had
 */
export async function openDatabaseServer(
  data: DataFolder,
  givenUrl: string | null,
  terminal: Terminal,
  archive: ArchiveOptions | null,
): Promise<DatabaseServer> {
  if (givenUrl === null) return runEmbeddedServer(data, terminal, archive);
  await checkServer(givenUrl);
  terminal.say(`PostgreSQL at ${new URL(givenUrl).host} answers.`);
  return { url: givenUrl, embedded: false, kill: () => {}, [Symbol.asyncDispose]: async () => {} };
}
