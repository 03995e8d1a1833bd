import { readSettings } from '@yiwang/config';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { GraphQLSchema } from 'graphql';
import type { Sql } from 'postgres';
import { migrateDatabase } from '../database/migrate-database.ts';
import { openDatabase } from '../database/open-database.ts';
import { explainFault } from '../process/explain-fault.ts';
import { serveSubgraph } from './serve-subgraph.ts';
import type { serviceSettings } from './service-settings.ts';

export interface Department {
  /** The department's name in the supergraph. */
  name: string;
  /** The department's migrations/. */
  migrations: string;
  settings: ReturnType<typeof serviceSettings>;
  schema: GraphQLSchema;
  /** Called once, with the pool and the driver beneath it; what it returns makes the context of one request. */
  createContextFactory: (db: PostgresJsDatabase, sql: Sql) => () => Record<string, unknown>;
}

/**
 * The department's main.ts: reads the settings, migrates, and serves until a signal. A start that
 * fails is told in words on standard error, without a stack, and ends with 1.
 */
export async function runDepartment(department: Department): Promise<void> {
  try {
    await migrateAndServe(department);
  } catch (error) {
    process.stderr.write(`${department.name} cannot run: ${explainFault(error)}\n`);
    process.exitCode = 1;
  }
}

async function migrateAndServe({ name, migrations, settings, schema, createContextFactory }: Department) {
  const config = readSettings(settings, process.env);
  await migrateDatabase(config.DATABASE_URL, migrations);
  await using database = openDatabase(config.DATABASE_URL, {
    connections: config.DATABASE_CONNECTIONS,
    statementTimeoutMs: config.STATEMENT_TIMEOUT_MS,
  });
  await serveSubgraph({
    name,
    schema,
    createContext: createContextFactory(database.db, database.sql),
    database,
    config,
  });
}
