import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const SQLITE_BUSY = 5;

export interface DirectoryLock {
  release(): void;
}

/**
 * Takes a folder for this process alone, until `release` or the death of the process, however sudden.
 *
 * The lock is SQLite's exclusive lock on an empty file: Node has no file locks of its own, and a
 * file with a process id would outlive `kill -9`.
 *
 * @returns null when another process holds it; {@link lockHolder} tells which
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock | null> {
  const database = new DatabaseSync(join(directory, 'lock'), { timeout: 0 });
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return null;
    throw error;
  }
  await writeFile(join(directory, 'lock.pid'), `${process.pid}\n`);
  return { release: () => database.close() };
}

/** Id of the process that last took the lock of a folder; null when unknown. Only for messages. */
export async function lockHolder(directory: string): Promise<number | null> {
  const text = await readFile(join(directory, 'lock.pid'), 'utf8').catch(() => '');
  return Number.parseInt(text, 10) || null;
}
