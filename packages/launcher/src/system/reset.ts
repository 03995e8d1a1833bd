import { mkdir, rm } from 'node:fs/promises';
import { removeDatabase, removeEmbeddedPostgres } from '@yiwang/postgres-server';
import type { DataFolder } from './data-folder.ts';
import { databaseOwners, type SystemDefinition } from './system.ts';
import type { Terminal } from './terminal.ts';

/**
 * Removes what former starts stored, and says what it removed: the embedded server or, when
 * DATABASE_URL names another, our databases and their roles on that one; and the files in the data folder.
 *
 * @param serverUrl null for the embedded server
 */
export async function resetSystem(
  data: DataFolder,
  system: SystemDefinition,
  serverUrl: string | null,
  terminal: Terminal,
): Promise<void> {
  if (serverUrl === null) {
    const cluster = await removeEmbeddedPostgres(data.postgres);
    if (cluster) terminal.say(`Removed ${cluster} with all its databases.`);
  } else {
    for (const { database } of databaseOwners(system)) {
      if (await removeDatabase(serverUrl, database)) terminal.say(`Dropped the database ${database}.`);
    }
  }
  const stored = [
    data.supergraphs,
    data.accessLog,
    data.departmentLogs,
    data.keys,
    data.rejected,
    data.formerlyRejected,
    data.logs,
    data.archive,
    data.scale,
    data.running,
  ];
  for (const path of stored) await rm(path, { recursive: true, force: true });
  for (const path of [data.logs, data.keys]) await mkdir(path, { mode: 0o700 });
  terminal.say(`Removed the logs, access logs, rejected rows, keys and supergraphs in ${data.path}.`);
}
