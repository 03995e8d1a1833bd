import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { materialSources } from './material-source-tables.ts';
import { createResolveMaterial } from './resolve-material.ts';
import type { ReadSharedFields } from './shared-fields.ts';

/** Reads the mapping of materials and what is shared with this department; the function it returns asks nobody. */
export async function readResolveMaterial(db: PostgresJsDatabase, readSharedFields: ReadSharedFields) {
  const [sources, shared] = await Promise.all([db.select().from(materialSources), readSharedFields()]);
  return createResolveMaterial(sources, shared);
}
