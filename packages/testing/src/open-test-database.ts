import { randomUUID } from 'node:crypto';
import { createDatabase, databaseUrl, dropDatabase } from '@yiwang/postgres-server';
import { type Database, migrateDatabase, openDatabase } from '@yiwang/subgraph-kit';
import { inject } from 'vitest';

/** A database of its own, migrated and empty, that remembers the statements it was sent. */
export interface TestDatabase extends Database {
  url: string;
  /** Every statement since the last forgetStatements, in order; what the driver asks for itself is left out. */
  readonly statements: readonly string[];
  forgetStatements(): void;
}

/**
 * Opens one database; takes about a second, so once a test file. Disposing drops it.
 *
 * @param migrations the department's migrations/
 */
export async function openTestDatabase(migrations: string): Promise<TestDatabase> {
  const server = inject('serverUrl');
  const name = `yiwang_test_${randomUUID().replaceAll('-', '')}`;
  await createDatabase(server, name);
  const url = databaseUrl(server, name);
  await migrateDatabase(url, migrations);

  const statements: string[] = [];
  const database = openDatabase(url, {
    connections: 4,
    onStatement: (statement) => {
      if (!/\bpg_catalog\.pg_type\b/.test(statement)) statements.push(statement);
    },
  });
  return {
    ...database,
    url,
    statements,
    forgetStatements: () => {
      statements.length = 0;
    },
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await dropDatabase(server, name);
    },
  };
}
