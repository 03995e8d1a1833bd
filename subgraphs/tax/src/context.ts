import type { Caller } from '@yiwang/subgraph-kit';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { DEED_TAX_RATE, type TaxConfig } from './config.ts';
import { type Loaders, prepareLoaders } from './loaders.ts';
import { createDeedTaxCommands } from './matters/deed-tax-commands.ts';
import { createTaxpayerCommands } from './matters/taxpayer-commands.ts';

/** What resolvers can reach: loaders and commands, and so no database handle. */
export interface Context {
  loaders: Loaders;
  commands: ReturnType<typeof createCommands>;
  /** Put there by the kit. */
  caller: Caller;
}

type CreateContext = () => Omit<Context, 'caller'> & Record<string, unknown>;

/**
 * Prepares the statements once; the function it returns makes one request's context.
 *
 * @param config without it, as in tests, the rate of deed tax is the default
 */
export function createContextFactory(
  db: PostgresJsDatabase,
  _sql: Sql,
  config?: Pick<TaxConfig, 'DEED_TAX_RATE'>,
): CreateContext {
  return createContexts(db, () => new Date(), config?.DEED_TAX_RATE ?? DEED_TAX_RATE);
}

/** Like {@link createContextFactory}, with a clock. */
export function createContexts(db: PostgresJsDatabase, now: () => Date, deedTaxRate: string): CreateContext {
  const createLoaders = prepareLoaders(db);
  const commands = createCommands(db, now, deedTaxRate);
  return () => ({ loaders: createLoaders(), commands });
}

function createCommands(db: PostgresJsDatabase, now: () => Date, deedTaxRate: string) {
  return {
    taxpayers: createTaxpayerCommands(db, now),
    deedTaxes: createDeedTaxCommands(db, now, deedTaxRate),
  };
}
