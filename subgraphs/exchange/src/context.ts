import { type Composer, createComposer } from '@yiwang/composition';
import { openClientTls } from '@yiwang/service/tls';
import type { Caller } from '@yiwang/subgraph-kit';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { createReadCatalogue } from './catalogue/catalogue.ts';
import { type Commands, createCommands } from './commands.ts';
import { type RegistryConfig, registrySettings } from './config.ts';
import { createReaderOf, type ReaderOf } from './credentials/readers.ts';
import { type Loaders, prepareLoaders } from './loaders.ts';
import {
  type ExchangeOptions,
  followRegistryKeys,
  readOptions,
  type RegistryKeys,
  type Reporter,
  type Warn,
} from './options.ts';

/** What resolvers can reach: loaders and commands, but no database handle. */
export interface Context {
  loaders: Loaders;
  commands: Commands;
  /** Verifies the credential of a read, and returns the holder of its key. */
  readerOf: ReaderOf;
  /** Set by the kit. */
  caller: Caller;
}

type CreateContext = () => Omit<Context, 'caller'> & Record<string, unknown>;

const SILENT: { warn: Warn } & Reporter = { warn: () => {}, info: () => {}, error: () => {} };

/**
 * Prepares all statements once, and again when a key has changed, and returns the function that creates the context of one request.
 *
 * @param config without it, no keys are configured and nobody can change the registry
 * @param logger receives a warning for each year whose holidays are missing
 * @param stack of what follows the files of keys
 * @throws Error naming the setting whose file cannot be read
 */
export async function createContextFactory(
  db: PostgresJsDatabase,
  _sql: Sql,
  config: RegistryConfig = registrySettings.parse({}),
  logger: { warn: Warn } & Reporter = SILENT,
  stack: Pick<AsyncDisposableStack, 'use'> = new AsyncDisposableStack(),
): Promise<CreateContext> {
  // The composer starts its thread when it is first needed; the thread does not keep the process alive.
  const composer = createComposer({ library: config.REGISTRY_COMPOSITION });
  const tls = stack.use(await openClientTls(config.DEPARTMENT_TLS, logger));
  const options = { ...(await readOptions(config, (message) => logger.warn(message))), tls };
  const keysOfNow = await followRegistryKeys(config, logger, stack);
  const create = (keys: RegistryKeys) => ({
    keys,
    context: createContexts(db, composer, { ...options, ...keys }),
  });
  let current = create(keysOfNow());
  return () => {
    const keys = keysOfNow();
    if (keys !== current.keys) current = create(keys);
    return current.context();
  };
}

/** Like {@link createContextFactory}, with options instead of settings. */
export function createContexts(
  db: PostgresJsDatabase,
  composer: Composer,
  options: ExchangeOptions,
): CreateContext {
  const readCatalogue = createReadCatalogue(db);
  const createLoaders = prepareLoaders(db, options, readCatalogue);
  const commands = createCommands(db, composer, options, readCatalogue);
  const readerOf = createReaderOf({ db, operatorKeys: options.operatorKeys });
  return () => ({ loaders: createLoaders(), commands, readerOf });
}
