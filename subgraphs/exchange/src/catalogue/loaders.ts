import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { CatalogueFormat } from '../generated/types.ts';
import { readCurrentVersion, readParts } from '../registry/current-graph.ts';
import { type Catalogue, createCatalogue } from './catalogue.ts';
import { createExport } from './export.ts';

/**
 * The data catalogue; see prepareLoaders.
 *
 * @param url under which exported catalogues name their entries
 */
export function prepareCatalogueLoaders(db: PostgresJsDatabase, url: string) {
  const catalogueAt = createCatalogue((version) => readParts(db, version));
  const exportAs = createExport(url);

  return () => {
    let asked: Promise<Catalogue> | undefined;
    const catalogue = () => (asked ??= readCurrentVersion(db).then(catalogueAt));
    return {
      /** Of what is in force. */
      catalogue,
      exportedCatalogue: async (format: CatalogueFormat) => exportAs(format, await catalogue()),
    };
  };
}
