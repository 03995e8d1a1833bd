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
import { regionColumns } from './columns.ts';
import { regionCursor } from './cursors.ts';
import type { ListedRegion } from './models.ts';
import { behindRegion, createRegionSearch } from './region-search.ts';
import { regions } from './tables.ts';

/** Regions; see prepareLoaders. */
export function prepareRegionLoaders(db: PostgresJsDatabase) {
  const search = createRegionSearch(db);

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
      .where(and(eq(regions.parentCode, askedKey), after ? behindRegion(after) : undefined))
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
    search,
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
