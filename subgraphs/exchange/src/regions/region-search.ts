import {
  checkPageSize,
  type CursorParts,
  defineKeyset,
  type PageArguments,
  prepareSearch,
  toPage,
} from '@yiwang/subgraph-kit';
import { and, count, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { RegionFilter } from '../generated/types.ts';
import { regions } from '../tables/region-tables.ts';
import { checkFilter, regionConditions } from './region-filter.ts';
import type { ListedRegion, RegionConnectionModel } from './region-models.ts';

/** The columns of {@link ListedRegion}. */
export const regionColumns = {
  code: regions.code,
  level: regions.level,
  parentCode: regions.parentCode,
  name: regions.name,
  source: regions.source,
};

/** By code. */
export const regionCursor = defineKeyset('regions', ['text']);

/**
 * Searches regions by a filter. Rows are sorted by code, the order of the primary key, of regions_parent and of
 * regions_level. Searching by part of a name needs no index of its own: reading 66,000 names takes 7 ms, and reading
 * all 665,000 names of China, villages included, takes 77 ms.
 */
export function createRegionSearch(db: PostgresJsDatabase) {
  const find = prepareSearch<ListedRegion>(regionCursor, (matching, { limit, after }) =>
    db
      .select(regionColumns)
      .from(regions)
      .where(and(matching, after ? afterRegion(after) : undefined))
      .orderBy(regions.code)
      .limit(limit),
  );

  return async function search(filter: RegionFilter, page: PageArguments): Promise<RegionConnectionModel> {
    checkPageSize(page.first);
    checkFilter(filter);
    const matching = regionConditions(filter);
    const rows = await find(matching, page.first + 1, page.after || null);
    return { ...toPage(rows, page.first), countAll: () => countRegions(matching) };
  };

  async function countRegions(matching: ReturnType<typeof regionConditions>): Promise<number> {
    const [row] = await db.select({ count: count() }).from(regions).where(matching);
    return row!.count;
  }
}

/** The rows after that of a cursor. */
export function afterRegion([code]: CursorParts): SQL {
  return sql`${regions.code} > ${code}::text`;
}
