import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { MIGRATIONS } from './migrations.ts';

/** A database with the table `things`, two indexes on it and a view that counts it. */
export function openThings(): Promise<TestDatabase> {
  return openTestDatabase(MIGRATIONS);
}
