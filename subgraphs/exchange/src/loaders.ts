import { defineLoaders } from '@yiwang/subgraph-kit';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { prepareAccessLoaders } from './access-log/access-loaders.ts';
import { createAccessSearch } from './access-log/access-search.ts';
import { prepareCatalogueLoaders } from './catalogue/catalogue-loaders.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import { prepareRegionLoaders } from './regions/region-loaders.ts';
import { prepareGatewayLoaders } from './registry/gateway-loaders.ts';
import { prepareSubgraphLoaders } from './registry/subgraph-loaders.ts';
import { prepareSupergraphLoaders } from './registry/supergraph-loaders.ts';
import { prepareSharingLoaders } from './sharing/sharing-loaders.ts';
import type { SharingOptions } from './sharing/sharing.ts';
import { prepareStatisticsLoaders } from './statistics/statistics-loaders.ts';
import { prepareUsageLoaders } from './usage/read-usage.ts';

export type Loaders = ReturnType<ReturnType<typeof prepareLoaders>>;

/**
 * All SQL that reads for resolvers. Statements are prepared once for each database. Returns the function that creates the loaders of
 * one request, which cache rows until the request ends.
 */
export function prepareLoaders(
  db: PostgresJsDatabase,
  { catalogueUrl, sharing }: { catalogueUrl: string; sharing: SharingOptions },
  readCatalogue: () => Promise<Catalogue>,
) {
  const createLoaders = defineLoaders({
    ...prepareRegionLoaders(db),
    ...prepareSubgraphLoaders(db),
    ...prepareSupergraphLoaders(db),
    ...prepareGatewayLoaders(db),
    ...prepareUsageLoaders(db),
    ...prepareSharingLoaders(db, sharing),
    ...prepareStatisticsLoaders(db, sharing),
    ...prepareAccessLoaders(db),
    /** Newest first. */
    accessRecords: createAccessSearch(db),
  });
  const createCatalogueLoaders = prepareCatalogueLoaders(readCatalogue, catalogueUrl);

  return () => Object.assign(createLoaders(), createCatalogueLoaders());
}
