import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { JournalError } from './journal-error.ts';

const SQLITE_BUSY = 5;

/**
 * Takes a folder for this process alone, until disposed or the death of the process, however sudden: SQLite's exclusive
 * lock on an empty file, because Node has no file locks of its own.
 *
 * @throws JournalError when another process has it
 */
export async function lockFolder(folder: string): Promise<Disposable> {
  const file = join(folder, 'lock');
  // Opened first by ourselves: SQLite tells neither a full disk from a missing right, nor the path.
  await (await open(file, 'a', 0o600)).close();
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error;
    throw new JournalError(`Another process writes to ${folder}.`);
  }
  return { [Symbol.dispose]: () => database.close() };
}
