import { defineLoaders } from '@yiwang/subgraph-kit';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { prepareCatalogueLoaders } from './catalogue/loaders.ts';
import { prepareRegionLoaders } from './region-loaders.ts';
import { prepareGatewayLoaders } from './registry/gateway-loaders.ts';
import { prepareSubgraphLoaders } from './registry/subgraph-loaders.ts';
import { prepareSupergraphLoaders } from './registry/supergraph-loaders.ts';
import { prepareUsageLoaders } from './usage/loaders.ts';

export type Loaders = ReturnType<ReturnType<typeof prepareLoaders>>;

/**
 * The only SQL of the department that reads for resolvers. Statements are prepared once for a database; the function
 * that is returned makes one request's loaders, which forget everything with the request.
 */
export function prepareLoaders(db: PostgresJsDatabase, { catalogueUrl }: { catalogueUrl: string }) {
  const createLoaders = defineLoaders({
    ...prepareRegionLoaders(db),
    ...prepareSubgraphLoaders(db),
    ...prepareSupergraphLoaders(db),
    ...prepareGatewayLoaders(db),
    ...prepareUsageLoaders(db),
  });
  const createCatalogueLoaders = prepareCatalogueLoaders(db, catalogueUrl);

  return () => Object.assign(createLoaders(), createCatalogueLoaders());
}
