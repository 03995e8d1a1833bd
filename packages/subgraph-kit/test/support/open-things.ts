import { fileURLToPath } from 'node:url';
import { openTestDatabase, type TestDatabase } from '@yiwang/testing';

export const MIGRATIONS = fileURLToPath(new URL('../fixtures/migrations', import.meta.url));

/** A database with the table `things`, two indexes on it and a view that counts it. */
export function openThings(): Promise<TestDatabase> {
  return openTestDatabase(MIGRATIONS);
}
