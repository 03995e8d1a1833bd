import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type Loaders, prepareLoaders } from './loaders.ts';

/** What resolvers can reach: loaders, and so no database handle. */
export interface Context {
  loaders: Loaders;
}

/** Prepares the statements once; the function it returns makes one request's context. */
export function createContextFactory(db: PostgresJsDatabase): () => Context & Record<string, unknown> {
  const createLoaders = prepareLoaders(db);
  return () => ({ loaders: createLoaders() });
}
