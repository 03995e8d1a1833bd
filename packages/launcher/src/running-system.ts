import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { lockHolder } from '@yiwang/postgres-server';
import type { DataFolder } from './data-folder.ts';
import { writeAtomically } from './write-atomically.ts';

/** What a running launcher tells other programs of this machine. */
export interface RunningSystem {
  pid: number;
  gateway: string;
  /** False when the databases are on the server that DATABASE_URL named. */
  embeddedPostgres: boolean;
}

/** Announces a system until disposed. */
export async function announceSystem(data: DataFolder, system: RunningSystem): Promise<AsyncDisposable> {
  await writeAtomically(data.running, `${JSON.stringify(system)}\n`);
  return { [Symbol.asyncDispose]: () => rm(data.running, { force: true }) };
}

/** The system that holds the lock of a data folder; null when its holder is not, or not yet, a running system. */
export async function findRunningSystem(
  data: Pick<DataFolder, 'path' | 'running'>,
): Promise<RunningSystem | null> {
  const text = await readFile(data.running, 'utf8').catch(() => null);
  if (text === null) return null;
  const system: RunningSystem = JSON.parse(text);
  // A launcher that was killed leaves its file behind.
  return system.pid === (await lockHolder(data.path)) ? system : null;
}

/** As {@link findRunningSystem}, of a folder that need not be there. */
export function runningSystemAt(path: string): Promise<RunningSystem | null> {
  return findRunningSystem({ path, running: join(path, 'running.json') });
}
