import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDatabase, databaseUrl, dropDatabase } from '@yiwang/postgres-server';
import type {} from '@yiwang/postgres-server/testing';
import {
  type Database,
  grantService,
  migrateDatabase,
  openDatabase,
  type TableRights,
} from '../src/index.ts';
import type postgres from 'postgres';
import { inject } from 'vitest';

/** One for all databases of the tests: nobody logs in as it. */
const SERVICE_ROLE = 'yiwang_test_service';
/** Any fixed number but that of migrations. */
const TEMPLATE_LOCK = 7_391_025;
/** PostgreSQL's codes: the role is there; another session made it in the same moment. */
const ROLE_TAKEN = new Set(['42710', '23505']);

/** What the driver asks for itself, and what a department says each second to those who follow its changes. */
const OWN_STATEMENTS = /\bpg_catalog\.pg_type\b|\bpg_notify\(|\bto_regprocedure\(/;

/** A database of its own, migrated and empty, that remembers the statements it was sent. */
export interface TestDatabase extends Database {
  url: string;
  /** URL whose sessions have the rights of a process that serves. */
  serviceUrl: string;
  /** The role that has them. */
  serviceRole: string;
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
 * @param rights of the serving process, as the department declares them; without them, `service` reaches the tables of the kit only
 * @throws Error when they leave out a table
 */
export async function openTestDatabase(migrations: string, rights: TableRights = {}): Promise<TestDatabase> {
  const server = inject('serverUrl');
  const name = `yiwang_test_${randomUUID().replaceAll('-', '')}`;
  await makeDatabase(server, name, migrations);
  const url = databaseUrl(server, name);

  const statements: string[] = [];
  const options = {
    connections: 4,
    onStatement: (statement: string) => {
      if (!OWN_STATEMENTS.test(statement)) statements.push(statement);
    },
  };
  const database = openDatabase(url, options);
  await makeServiceRole(database);
  const undeclared = await grantService(database.sql, SERVICE_ROLE, rights);
  if (undeclared.length > 0 && Object.keys(rights).length > 0)
    throw new Error(`Name ${undeclared.join(', ')} in RIGHTS: the serving process can do nothing with it.`);
  statements.length = 0;
  const service = openDatabase(url, { ...options, role: SERVICE_ROLE });
  return {
    ...database,
    url,
    serviceUrl: `${url}?options=${encodeURIComponent(`-c role=${SERVICE_ROLE}`)}`,
    serviceRole: SERVICE_ROLE,
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

/**
 * Copies a migrated database that is made once for the server. On a server that stays after the tests nothing may be left behind:
 * there the database is made and migrated anew.
 */
async function makeDatabase(server: string, name: string, migrations: string): Promise<void> {
  if (!inject('isServerTemporary')) {
    await createDatabase(server, name);
    return migrateDatabase(databaseUrl(server, name), migrations);
  }
  await using database = openDatabase(server, { connections: 1 });
  // Held until the connection ends, so that the test files of several processes make it once.
  await database.sql`select pg_advisory_lock(${TEMPLATE_LOCK})`;
  const template = `yiwang_template_${await hashFiles(migrations)}`;
  await createDatabase(server, template);
  await migrateDatabase(databaseUrl(server, template), migrations);
  await database.sql`create database ${database.sql(name)} template ${database.sql(template)} strategy file_copy`;
}

async function hashFiles(folder: string): Promise<string> {
  const all = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  for (const path of paths.sort()) all.update(path).update(await readFile(path));
  return all.digest('hex').slice(0, 32);
}

async function makeServiceRole({ sql }: Database): Promise<void> {
  await sql`create role ${sql(SERVICE_ROLE)}`.catch((error: postgres.PostgresError) => {
    if (!ROLE_TAKEN.has(error.code)) throw error;
  });
}
