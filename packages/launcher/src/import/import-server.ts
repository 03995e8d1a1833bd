import {
  checkServer,
  createDatabase,
  findRunningPostgres,
  lockDirectory,
  lockHolder,
} from '@yiwang/postgres-server';
import type { DataFolder } from '../data-folder.ts';
import { runEmbeddedServer } from '../embedded-server.ts';
import { LaunchError } from '../launch-error.ts';
import { findRunningSystem } from '../running-system.ts';
import type { SystemDefinition } from '../system.ts';
import type { Terminal } from '../terminal.ts';

/**
 * The server to import into: the given one, that of the running system, or the embedded one of the
 * data folder, which is then started for the import alone and ended when `undo` is disposed.
 *
 * @param givenUrl null when DATABASE_URL is not set
 * @returns URL of the maintenance database; every department's database exists
 */
export async function openImportServer(
  data: DataFolder,
  system: SystemDefinition,
  givenUrl: string | null,
  terminal: Terminal,
  undo: AsyncDisposableStack,
): Promise<string> {
  const url = givenUrl ?? (await serverOfDataFolder(data, terminal, undo));
  await checkServer(url);
  for (const { database } of system.departments) await createDatabase(url, database);
  return url;
}

async function serverOfDataFolder(
  data: DataFolder,
  terminal: Terminal,
  undo: AsyncDisposableStack,
): Promise<string> {
  const lock = await lockDirectory(data.path);
  if (lock) {
    undo.defer(() => lock.release());
    return undo.use(await runEmbeddedServer(data, terminal)).url;
  }
  const running = await findRunningSystem(data);
  if (running && !running.embeddedPostgres) {
    throw new LaunchError(
      `The system that runs on ${data.path} keeps its databases on the server that its DATABASE_URL names. Set the same DATABASE_URL here.`,
    );
  }
  const url = running && (await findRunningPostgres(data.postgres));
  if (url) return url;
  throw new LaunchError(
    `Process ${await lockHolder(data.path)} is using ${data.path} and is still starting, stopping or importing. Try again when it has finished.`,
  );
}
