import { rm } from 'node:fs/promises';
import { lockHolder } from '@yiwang/postgres-server';
import { findLocalSystem, type LocalSystem } from '@yiwang/cli/local-system';
import type { DataFolder } from './data-folder.ts';
import { writeAtomically } from './write-atomically.ts';

/** Announces a system until disposed. */
export async function announceSystem(data: DataFolder, system: LocalSystem): Promise<AsyncDisposable> {
  await writeAtomically(data.running, `${JSON.stringify(system)}\n`);
  return { [Symbol.asyncDispose]: () => rm(data.running, { force: true }) };
}

/** The system that holds the lock of a data folder; null when its holder is not, or not yet, a running system. */
export async function findRunningSystem({ path }: Pick<DataFolder, 'path'>): Promise<LocalSystem | null> {
  const system = findLocalSystem(path);
  return system && system.pid === (await lockHolder(path)) ? system : null;
}
