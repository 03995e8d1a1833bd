import type { Caller } from '@yiwang/subgraph-kit';
import { createChangedEnterprises, openRelay } from '@yiwang/subgraph-kit/outbox';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { DEED_TAX_RATE, type TaxConfig } from './config.ts';
import { NAME } from './department.ts';
import { type Loaders, prepareLoaders } from './loaders.ts';
import { createDeedTaxCommands } from './matters/deed-tax-commands.ts';
import { outbox } from './matters/matter-tables.ts';
import { createTaxpayerCommands } from './matters/taxpayer-commands.ts';

/** What resolvers can reach: loaders and commands, and so no database handle. */
export interface Context {
  loaders: Loaders;
  commands: ReturnType<typeof createCommands>;
  changedTaxpayers: ReturnType<typeof createChangedEnterprises>;
  /** Put there by the kit. */
  caller: Caller;
}

type CreateContext = () => Omit<Context, 'caller'> & Record<string, unknown>;

/**
 * Prepares the statements once, and starts the relay of what changes; the function it returns makes one request's context.
 *
 * @param config without it, as in tests, the rate of deed tax is the default, and no relay is started
 */
export function createContextFactory(
  db: PostgresJsDatabase,
  sql: Sql,
  config?: TaxConfig,
  logger?: { warn(fields: object, message: string): void },
  stack?: AsyncDisposableStack,
): CreateContext {
  const relay = openRelay(sql, { department: NAME, config, logger, stack });
  const rate = config?.DEED_TAX_RATE ?? DEED_TAX_RATE;
  return createContexts(
    db,
    () => new Date(),
    rate,
    () => relay?.wake(),
  );
}

/** Like {@link createContextFactory}, with a clock. */
export function createContexts(
  db: PostgresJsDatabase,
  now: () => Date,
  deedTaxRate: string,
  onChange: () => void = () => {},
): CreateContext {
  const createLoaders = prepareLoaders(db);
  const commands = createCommands(db, now, deedTaxRate, onChange);
  const changedTaxpayers = createChangedEnterprises(db, outbox);
  return () => ({ loaders: createLoaders(), commands, changedTaxpayers });
}

function createCommands(db: PostgresJsDatabase, now: () => Date, deedTaxRate: string, onChange: () => void) {
  return {
    taxpayers: createTaxpayerCommands(db, now, onChange),
    deedTaxes: createDeedTaxCommands(db, now, deedTaxRate),
  };
}
