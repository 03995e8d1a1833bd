import type { Caller, Channel } from '@yiwang/subgraph-kit';
import { type CaseOfficeOptions, openCaseOffice } from '@yiwang/subgraph-kit/cases';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { type CaseCommands, createCommands } from './case-commands.ts';
import { NAME } from './department.ts';
import { type Loaders, prepareLoaders } from './loaders.ts';

/** What resolvers can reach: loaders, commands and a channel, and so no database handle. */
export interface Context {
  loaders: Loaders;
  commands: CaseCommands;
  /** Tells numbers of cases that have changed. */
  changes: Channel;
  /** Put there by the kit. */
  caller: Caller;
}

/**
 * Prepares the statements once, and starts the relay of what changes; the function it returns makes one request's context.
 *
 * @param config without it, as in tests, no relay is started
 */
export async function createContextFactory(
  db: PostgresJsDatabase,
  sql: Sql,
  config?: CaseOfficeOptions['config'],
  logger?: CaseOfficeOptions['logger'],
  stack?: AsyncDisposableStack,
): Promise<() => Omit<Context, 'caller'> & Record<string, unknown>> {
  const office = await openCaseOffice(sql, { department: NAME, config, logger, stack });
  const createLoaders = prepareLoaders(db);
  const commands = createCommands(db, sql, office);
  return () => ({ loaders: createLoaders(), commands, changes: office.changes });
}
