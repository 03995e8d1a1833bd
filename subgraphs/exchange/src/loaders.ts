import { defineLoaders } from '@yiwang/subgraph-kit';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Catalogue } from './catalogue/catalogue.ts';
import { prepareAccessLoaders } from './access-log/loaders.ts';
import { createAccessSearch } from './access-log/search.ts';
import { prepareCatalogueLoaders } from './catalogue/loaders.ts';
import { prepareRegionLoaders } from './region-loaders.ts';
import { prepareGatewayLoaders } from './registry/gateway-loaders.ts';
import { prepareSubgraphLoaders } from './registry/subgraph-loaders.ts';
import { prepareSupergraphLoaders } from './registry/supergraph-loaders.ts';
import { prepareSharingLoaders } from './sharing/loaders.ts';
import type { SharingOptions } from './sharing/sharing.ts';
import { prepareStatisticsLoaders } from './statistics/loaders.ts';
import { prepareUsageLoaders } from './usage/loaders.ts';

export type Loaders = ReturnType<ReturnType<typeof prepareLoaders>>;

/**
 * The only SQL of the department that reads for resolvers. Statements are prepared once for a database; the function
 * that is returned makes one request's loaders, which forget everything with the request.
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
