import type { Caller } from '@yiwang/subgraph-kit';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type Loaders, prepareLoaders } from './loaders.ts';
import { createMandateCommands, type MandateCommands } from './mandates/mandate-commands.ts';

/** What resolvers can reach: loaders and commands, and so no database handle. */
export interface Context {
  loaders: Loaders;
  commands: MandateCommands;
  now: () => Date;
  /** Set by the kit. */
  caller: Caller;
}

type CreateContext = () => Omit<Context, 'caller'> & Record<string, unknown>;

/** Prepares the statements once; the function it returns makes one request's context. */
export function createContextFactory(db: PostgresJsDatabase): CreateContext {
  return createContexts(db, () => new Date());
}

/** Like {@link createContextFactory}, with a clock. */
export function createContexts(db: PostgresJsDatabase, now: () => Date): CreateContext {
  const createLoaders = prepareLoaders(db, now);
  const commands = createMandateCommands(db, now);
  return () => ({ loaders: createLoaders(), commands, now });
}
