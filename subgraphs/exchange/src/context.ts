import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type Loaders, prepareLoaders } from './loaders.ts';
import { type Commands, createCommands } from './registry/commands.ts';
import type { Composer } from '@yiwang/composition';
import { openRegistry, type RegistryOptions } from './registry/registry.ts';

/** What the operator has set. */
export interface ExchangeOptions extends RegistryOptions {
  /** Where others reach the gateway; exported catalogues name their entries beneath it. */
  catalogueUrl: string;
}

/** What resolvers can reach: loaders and commands, and so no database handle. */
export interface Context {
  loaders: Loaders;
  commands: Commands;
}

/** Prepares the statements once; the function it returns makes one request's context. */
export function createContextFactory(
  db: PostgresJsDatabase,
  composer: Composer,
  options: ExchangeOptions,
): () => Context & Record<string, unknown> {
  const createLoaders = prepareLoaders(db, options);
  const commands = createCommands(openRegistry(db, composer, options));
  return () => ({ loaders: createLoaders(), commands });
}
