import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

const SQLITE_BUSY = 5;
const POLL_MS = 50;

export interface DirectoryLock {
  /** May be called again. */
  release(): void;
}

/**
 * Takes a folder for this process alone, until `release` or the death of the process, however sudden.
 *
 * The lock is SQLite's exclusive lock on an empty file: Node has no file locks of its own, and a
 * file with a process id would outlive `kill -9`.
 *
 * @param waitMs how long to wait for another holder to let go; a killed process keeps its locks for a moment
 * @returns null when another process holds it; {@link lockHolder} tells which
 */
export async function lockDirectory(directory: string, waitMs = 0): Promise<DirectoryLock | null> {
  const file = join(directory, 'lock');
  // Opened first by ourselves: SQLite tells neither a full disk from a missing right, nor the path.
  await (await open(file, 'a', 0o600)).close();
  for (const end = Date.now() + waitMs; ; await sleep(POLL_MS)) {
    const lock = lockNow(file);
    if (lock) {
      await writeFile(join(directory, 'lock.pid'), `${process.pid}\n`, { mode: 0o600 });
      return lock;
    }
    if (Date.now() >= end) return null;
  }
}

function lockNow(file: string): DirectoryLock | null {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('begin exclusive');
    let held = true;
    return {
      release() {
        if (held) database.close();
        held = false;
      },
    };
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return null;
    throw error;
  }
}

/** Id of the process that last took the lock of a folder; null when unknown. Only for messages. */
export async function lockHolder(directory: string): Promise<number | null> {
  const text = await readFile(join(directory, 'lock.pid'), 'utf8').catch(() => '');
  return Number.parseInt(text, 10) || null;
}
