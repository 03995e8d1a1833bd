import { type Caller, type Channel, createChannel } from '@yiwang/subgraph-kit';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { createItemCommands, type ItemCommands } from './items/versions/item-commands.ts';
import { type Loaders, prepareLoaders } from './loaders.ts';

/** What resolvers can reach: loaders, commands and one channel, and so no database handle. */
export interface Context {
  loaders: Loaders;
  commands: { items: ItemCommands };
  /** Put there by the kit. */
  caller: Caller;
  /** Tells numbers of cases whose state or timeline has changed. */
  progress: Channel;
}

/** Prepares the statements once; the function it returns makes one request's context. */
export function createContextFactory(
  db: PostgresJsDatabase,
  sql: Sql,
): () => Omit<Context, 'caller'> & Record<string, unknown> {
  const createLoaders = prepareLoaders(db);
  const commands = { items: createItemCommands(db) };
  // By the trigger of the same name.
  const progress = createChannel(sql, 'case_changed');
  return () => ({ loaders: createLoaders(), commands, progress });
}
