import {
  anyOf,
  askedKey,
  askedKeys,
  createPageLoader,
  createRowLoader,
  preparePages,
} from '@yiwang/subgraph-kit';
import { and, count, eq, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { regions } from '../tables/region-tables.ts';
import type { ListedRegion } from './region-models.ts';
import { afterRegion, createRegionSearch, regionColumns, regionCursor } from './region-search.ts';

/** Loaders of regions; see prepareLoaders. */
export function prepareRegionLoaders(db: PostgresJsDatabase) {
  const regionsByCode = db
    .select(regionColumns)
    .from(regions)
    .where(anyOf(regions.code, sql.placeholder('keys')))
    .prepare('regions_by_code');

  /** Uses the index regions_parent. */
  const childrenOf = preparePages<ListedRegion>(regionCursor, ({ keys, limit, after }) => {
    const page = db
      .select(regionColumns)
      .from(regions)
      .where(and(eq(regions.parentCode, askedKey), after ? afterRegion(after) : undefined))
      .orderBy(regions.code)
      .limit(limit)
      .as('page');
    return db.select(page._.selectedFields).from(askedKeys(keys)).crossJoinLateral(page);
  });

  function childCounts(parents: string[]) {
    return db
      .select({ code: sql<string>`${regions.parentCode}`, count: count() })
      .from(regions)
      .where(anyOf(regions.parentCode, parents))
      .groupBy(regions.parentCode);
  }

  return {
    /** By code. */
    searchRegions: createRegionSearch(db),
    /** Takes canonical codes. */
    regionByCode: createRowLoader<ListedRegion>(
      ({ code }) => code,
      (codes) => regionsByCode.execute({ keys: codes }),
    ),
    /** By code. */
    childrenOf: createPageLoader<ListedRegion>(({ parentCode }) => parentCode!, childrenOf),
    childCountOf: createRowLoader(({ code }) => code, childCounts),
  };
}
