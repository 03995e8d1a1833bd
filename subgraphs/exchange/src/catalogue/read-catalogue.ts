import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { readCurrentVersion, readParts } from '../registry/current-graph.ts';
import { type Catalogue, createCatalogue } from './catalogue.ts';

/** Makes the function that reads the catalogue of what is in force. */
export function createReadCatalogue(db: PostgresJsDatabase): () => Promise<Catalogue> {
  const catalogueAt = createCatalogue((version) => readParts(db, version));
  return async () => catalogueAt(await readCurrentVersion(db));
}
