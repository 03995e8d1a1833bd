import type { Caller, Channel } from '@yiwang/subgraph-kit';
import {
  type CaseOffice,
  type CaseOfficeOptions,
  createFiledCases,
  openCaseOffice,
} from '@yiwang/subgraph-kit/cases';
import type { Certificates } from '@yiwang/subgraph-kit/certificates';
import type { Materials } from '@yiwang/subgraph-kit/materials';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { cases, type LandCaseRow, outbox } from './cases/case-tables.ts';
import { createLandCaseCommands } from './cases/land-case-commands.ts';
import { createUnitHoldCommands } from './cases/unit-hold-commands.ts';
import { createLandCertificates } from './certificates/issue-certificates.ts';
import type { LandConfig } from './config.ts';
import { NAME } from './department.ts';
import { type Loaders, prepareLoaders } from './loaders.ts';

/** What resolvers can reach: loaders, commands and a channel, and so no database handle. */
export interface Context {
  loaders: Loaders;
  commands: ReturnType<typeof createCommands>;
  /** Tells numbers of cases that have changed. */
  changes: Channel;
  /** Null where none are issued. */
  certificates: Certificates | null;
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
  config?: LandConfig,
  logger?: CaseOfficeOptions['logger'],
  stack?: AsyncDisposableStack,
  _materials?: Materials,
  certificates: Certificates | null = null,
): Promise<CreateContext> {
  const office = await openCaseOffice(sql, { department: NAME, config, logger, stack });
  return createContexts(db, sql, office, certificates);
}

/** Like {@link createContextFactory}, with an office instead of settings. */
export function createContexts(
  db: PostgresJsDatabase,
  sql: Sql,
  office: CaseOffice,
  certificates: Certificates | null = null,
): CreateContext {
  const createLoaders = prepareLoaders(db, office.now);
  const commands = createCommands(db, sql, office, certificates);
  const { changes, now } = office;
  return () => ({ loaders: createLoaders(), commands, changes, certificates, now });
}

function createCommands(
  db: PostgresJsDatabase,
  sql: Sql,
  office: CaseOffice,
  certificates: Certificates | null,
) {
  return {
    holds: createUnitHoldCommands(db, office.now),
    cases: createLandCaseCommands(db, sql, office, certificates && createLandCertificates(certificates)),
    filedCases: createFiledCases<LandCaseRow>(db, { cases, outbox }),
  };
}
