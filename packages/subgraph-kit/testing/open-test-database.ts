import { randomUUID } from 'node:crypto';
import { createDatabase, databaseUrl, dropDatabase } from '@yiwang/postgres-server';
import type {} from '@yiwang/postgres-server/testing';
import { type Database, grantService, migrateDatabase, openDatabase } from '../src/index.ts';
import type postgres from 'postgres';
import { inject } from 'vitest';

/** One for all databases of the tests: nobody logs in as it. */
const SERVICE_ROLE = 'yiwang_test_service';
/** PostgreSQL's codes: the role is there; another session made it in the same moment. */
const ROLE_TAKEN = new Set(['42710', '23505']);

/** A database of its own, migrated and empty, that remembers the statements it was sent. */
export interface TestDatabase extends Database {
  url: string;
  /** The same with the rights of a process that serves: rows are read and written, tables are not its own. */
  service: Database;
  /** Every statement since the last forgetStatements, in order; what the driver asks for itself is left out. */
  readonly statements: readonly string[];
  forgetStatements(): void;
}

/**
 * Opens one database; takes about a second, so once a test file. Disposing drops it.
 *
 * @param migrations the department's migrations/
 * @param appendOnly tables to whose rows a service may only add
 */
export async function openTestDatabase(
  migrations: string,
  appendOnly: readonly string[] = [],
): Promise<TestDatabase> {
  const server = inject('serverUrl');
  const name = `yiwang_test_${randomUUID().replaceAll('-', '')}`;
  await createDatabase(server, name);
  const url = databaseUrl(server, name);
  await migrateDatabase(url, migrations);

  const statements: string[] = [];
  const options = {
    connections: 4,
    onStatement: (statement: string) => {
      if (!/\bpg_catalog\.pg_type\b/.test(statement)) statements.push(statement);
    },
  };
  const database = openDatabase(url, options);
  await makeServiceRole(database);
  await grantService(database.sql, SERVICE_ROLE, appendOnly);
  statements.length = 0;
  const service = openDatabase(url, { ...options, role: SERVICE_ROLE });
  return {
    ...database,
    url,
    service,
    statements,
    forgetStatements: () => {
      statements.length = 0;
    },
    async [Symbol.asyncDispose]() {
      await service[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
      await dropDatabase(server, name);
    },
  };
}

async function makeServiceRole({ sql }: Database): Promise<void> {
  await sql`create role ${sql(SERVICE_ROLE)}`.catch((error: postgres.PostgresError) => {
    if (!ROLE_TAKEN.has(error.code)) throw error;
  });
}
