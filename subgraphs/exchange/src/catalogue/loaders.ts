import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { readCurrentVersion, readParts } from '../registry/current-graph.ts';
import { type Catalogue, createCatalogue } from './catalogue.ts';

/** The data catalogue; see prepareLoaders. */
export function prepareCatalogueLoaders(db: PostgresJsDatabase) {
  const catalogueAt = createCatalogue((version) => readParts(db, version));

  return () => {
    let catalogue: Promise<Catalogue> | undefined;
    return {
      /** Of what is in force. */
      catalogue: () => (catalogue ??= readCurrentVersion(db).then(catalogueAt)),
    };
  };
}
