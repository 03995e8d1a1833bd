import type { Caller, Channel } from '@yiwang/subgraph-kit';
import {
  type CaseOffice,
  type CaseOfficeOptions,
  createFiledCases,
  openCaseOffice,
} from '@yiwang/subgraph-kit/cases';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { cases, type LandCaseRow, outbox } from './cases/case-tables.ts';
import { createLandCaseCommands } from './cases/land-case-commands.ts';
import { createUnitHoldCommands } from './cases/unit-hold-commands.ts';
import { NAME } from './department.ts';
import { type Loaders, prepareLoaders } from './loaders.ts';

/** What resolvers can reach: loaders, commands and a channel, and so no database handle. */
export interface Context {
  loaders: Loaders;
  commands: ReturnType<typeof createCommands>;
  /** Tells numbers of cases that have changed. */
  changes: Channel;
  now: () => Date;
  /** Put there by the kit. */
  caller: Caller;
}

type CreateContext = () => Omit<Context, 'caller'> & Record<string, unknown>;

/**
 * Prepares the statements once, and starts the relay of what changes; the function it returns makes one request's context.
 *
 * @param config without it, as in tests, no relay is started
 * @throws Error when the file of holidays cannot be read
 */
export async function createContextFactory(
  db: PostgresJsDatabase,
  sql: Sql,
  config?: CaseOfficeOptions['config'],
  logger?: CaseOfficeOptions['logger'],
  stack?: AsyncDisposableStack,
): Promise<CreateContext> {
  return createContexts(db, sql, await openCaseOffice(sql, { department: NAME, config, logger, stack }));
}

/** Like {@link createContextFactory}, with an office instead of settings. */
export function createContexts(db: PostgresJsDatabase, sql: Sql, office: CaseOffice): CreateContext {
  const createLoaders = prepareLoaders(db, office.now);
  const commands = createCommands(db, sql, office);
  return () => ({ loaders: createLoaders(), commands, changes: office.changes, now: office.now });
}

function createCommands(db: PostgresJsDatabase, sql: Sql, office: CaseOffice) {
  return {
    holds: createUnitHoldCommands(db, office.now),
    cases: createLandCaseCommands(db, sql, office),
    filedCases: createFiledCases<LandCaseRow>(db, { cases, outbox }),
  };
}
