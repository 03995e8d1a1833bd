import type { Caller } from '@yiwang/subgraph-kit';
import { type CaseOffice, type CaseOfficeOptions, openCaseOffice } from '@yiwang/subgraph-kit/cases';
import type { Certificates } from '@yiwang/subgraph-kit/certificates';
import type { Materials } from '@yiwang/subgraph-kit/materials';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import type { EnterprisesConfig } from './config.ts';
import { NAME } from './department.ts';
import { type Loaders, prepareLoaders } from './loaders.ts';
import { createMandateCommands, type MandateCommands } from './mandates/mandate-commands.ts';
import { createNameCommands, type NameCommands } from './registrations/name-commands.ts';
import {
  createRegistrationCommands,
  type RegistrationCommands,
} from './registrations/registration-commands.ts';

/** What resolvers can reach: loaders and commands, and so no database handle. */
export interface Context {
  loaders: Loaders;
  commands: MandateCommands & { names: NameCommands; registrations: RegistrationCommands };
  /** Null where none are issued. */
  certificates: Certificates | null;
  now: () => Date;
  /** Set by the kit. */
  caller: Caller;
}

type CreateContext = () => Omit<Context, 'caller'> & Record<string, unknown>;

const RESERVATION_DAYS = 30;

/**
 * Prepares the statements once, and starts the relay of what changes; the function it returns makes one request's context.
 *
 * @param config without it, as in tests, no relay is started
 */
export async function createContextFactory(
  db: PostgresJsDatabase,
  sql: Sql,
  config?: EnterprisesConfig,
  logger?: CaseOfficeOptions['logger'],
  stack?: AsyncDisposableStack,
  _materials?: Materials,
  certificates?: Certificates,
): Promise<CreateContext> {
  const office = await openCaseOffice(sql, { department: NAME, config, logger, stack });
  return createContexts(db, sql, office, {
    reservationDays: config?.NAME_RESERVATION_DAYS,
    certificates: certificates ?? null,
  });
}

/** Like {@link createContextFactory}, over an office that is open. */
export function createContexts(
  db: PostgresJsDatabase,
  sql: Sql,
  office: CaseOffice,
  {
    reservationDays = RESERVATION_DAYS,
    certificates = null,
  }: { reservationDays?: number | undefined; certificates?: Certificates | null } = {},
): CreateContext {
  const { now } = office;
  const createLoaders = prepareLoaders(db, now);
  const commands = {
    ...createMandateCommands(db, now),
    names: createNameCommands(db, now, reservationDays),
    registrations: createRegistrationCommands(db, sql, office, certificates),
  };
  return () => ({ loaders: createLoaders(), commands, certificates, now });
}
