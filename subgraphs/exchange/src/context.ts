import { type Composer, createComposer } from '@yiwang/composition';
import type { Caller } from '@yiwang/subgraph-kit';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { createReadCatalogue } from './catalogue/read-catalogue.ts';
import { type RegistryConfig, registrySettings } from './config.ts';
import { type Loaders, prepareLoaders } from './loaders.ts';
import { type ExchangeOptions, readOptions, type Warn } from './options.ts';
import { type Commands, createCommands } from './registry/commands.ts';
import { openRegistry } from './registry/registry.ts';
import { createSharingCommands, type SharingCommands } from './sharing/commands.ts';

/** What resolvers can reach: loaders and commands, and so no database handle. */
export interface Context {
  loaders: Loaders;
  commands: Commands & SharingCommands;
  /** Put there by the kit. */
  caller: Caller;
}

type CreateContext = () => Omit<Context, 'caller'> & Record<string, unknown>;

/**
 * Prepares the statements once; the function it returns makes one request's context.
 *
 * @param config without one, nobody may change the registry
 * @param logger told of holidays that are missing
 * @throws Error naming the setting whose key cannot be read
 */
export async function createContextFactory(
  db: PostgresJsDatabase,
  _sql: Sql,
  config: RegistryConfig = registrySettings.parse({}),
  logger: { warn: Warn } = { warn: () => {} },
): Promise<CreateContext> {
  // Its thread is started when it is first needed, and does not keep the process alive.
  return createContexts(db, createComposer(), await readOptions(config, (message) => logger.warn(message)));
}

/** As {@link createContextFactory}, with the keys themselves. */
export function createContexts(
  db: PostgresJsDatabase,
  composer: Composer,
  options: ExchangeOptions,
): CreateContext {
  const readCatalogue = createReadCatalogue(db);
  const createLoaders = prepareLoaders(db, options, readCatalogue);
  const commands = {
    ...createCommands(openRegistry(db, composer, options)),
    ...createSharingCommands({ ...options.sharing, db, signingKey: options.signingKey, readCatalogue }),
  };
  return () => ({ loaders: createLoaders(), commands });
}
