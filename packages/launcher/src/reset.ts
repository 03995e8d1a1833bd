import { mkdir, rm } from 'node:fs/promises';
import { dropDatabase, removeEmbeddedPostgres } from '@yiwang/postgres-server';
import type { DataFolder } from './data-folder.ts';
import type { SystemDefinition } from './system.ts';
import type { Terminal } from './terminal.ts';

/**
 * Removes what former starts stored, and says what it removed: the embedded server or, when
 * DATABASE_URL names another, our databases on that one; and the files in the data folder.
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
    for (const { database } of system.departments) {
      if (await dropDatabase(serverUrl, database)) terminal.say(`Dropped the database ${database}.`);
    }
  }
  const { supergraphs, accessLog, keys, refused, logs, scale, running } = data;
  for (const path of [supergraphs, accessLog, keys, refused, logs, scale, running]) {
    await rm(path, { recursive: true, force: true });
  }
  await mkdir(data.logs);
  terminal.say(`Removed the logs, access logs, refused rows, keys and supergraphs in ${data.path}.`);
}
