import { checkServer, findRunningPostgres, lockDirectory, lockHolder } from '@yiwang/postgres-server';
import { readArchiveSetting } from './archive-setting.ts';
import type { DataFolder } from './data-folder.ts';
import { type DepartmentDatabases, settleDatabases } from './department-databases.ts';
import { runEmbeddedServer } from './embedded-server.ts';
import { LaunchError } from './launch-error.ts';
import { findRunningSystem } from './running-system.ts';
import { leaseServer } from './server-lease.ts';
import type { SystemDefinition } from './system.ts';
import type { Terminal } from './terminal.ts';

/**
 * The databases to import into: on the given server, that of the running system, or the embedded one of the data folder,
 * which is then started for the import alone and ended when `undo` is disposed.
 *
 * @param givenUrl null when DATABASE_URL is not set
 * @throws LaunchError or PostgresError, also when a system of another folder has them
 */
export async function openImportDatabases(
  data: DataFolder,
  system: SystemDefinition,
  givenUrl: string | null,
  terminal: Terminal,
  undo: AsyncDisposableStack,
): Promise<DepartmentDatabases> {
  const running = await findRunningSystem(data);
  if (running && running.databaseServer !== null) {
    // It has made the roles: their passwords are all that is needed, but for a department that is new.
    const { databaseServer } = running;
    return settleDatabases(givenUrl ?? databaseServer, system.departments, data.keys).catch(
      (cause: Error) => {
        if (givenUrl !== null) throw cause;
        throw new LaunchError(
          `Not every department has its database at ${new URL(databaseServer).host} yet. Set DATABASE_URL here as for npm start. (${cause.message})`,
          { cause },
        );
      },
    );
  }
  const url = givenUrl ?? (await serverOfDataFolder(data, terminal, undo));
  await checkServer(url);
  if (givenUrl !== null) undo.use(await leaseServer(url, system, data.path));
  return settleDatabases(url, system.departments, data.keys);
}

async function serverOfDataFolder(
  data: DataFolder,
  terminal: Terminal,
  undo: AsyncDisposableStack,
): Promise<string> {
  const lock = await lockDirectory(data.path);
  if (lock) {
    undo.defer(() => lock.release());
    return undo.use(await runEmbeddedServer(data, terminal, await readArchiveSetting(data))).url;
  }
  const running = await findRunningSystem(data);
  const url = running && (await findRunningPostgres(data.postgres));
  if (url) return url;
  throw new LaunchError(
    `Process ${await lockHolder(data.path)} is using ${data.path} and is still starting, stopping or importing. Try again when it has finished.`,
  );
}
