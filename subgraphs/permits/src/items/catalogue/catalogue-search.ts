import { searchForm } from '@yiwang/codes';
import { checkPageSize, nameContains, type PageArguments, prepareSearch, toPage } from '@yiwang/subgraph-kit';
import { and, count, inArray, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { CatalogueItemFilter } from '../../generated/types.ts';
import { checkFilter } from '../../service-item-filter.ts';
import { catalogueItemCursor } from '../item-cursors.ts';
import type { CatalogueItemConnectionModel } from '../item-models.ts';
import { type CatalogueItemRow, catalogueItems } from '../item-tables.ts';

/** Finds items of the basic catalogue by a filter, by basic code. */
export function createCatalogueSearch(db: PostgresJsDatabase) {
  const find = prepareSearch<CatalogueItemRow>(catalogueItemCursor, (matching, { limit, after }) =>
    db
      .select()
      .from(catalogueItems)
      .where(and(matching, after ? sql`${catalogueItems.basicCode} > ${after[0]}::text` : undefined))
      .orderBy(catalogueItems.basicCode)
      .limit(limit),
  );

  return async (filter: CatalogueItemFilter, page: PageArguments): Promise<CatalogueItemConnectionModel> => {
    checkPageSize(page.first);
    checkFilter(filter);
    const { name, types } = filter;
    const matching = and(
      name == null ? undefined : nameContains(catalogueItems.searchName, searchForm(name)),
      types ? inArray(catalogueItems.type, types) : undefined,
    );
    const rows = await find(matching, page.first + 1, page.after);
    return {
      ...toPage(rows, page.first),
      async countAll() {
        const [total] = await db.select({ count: count() }).from(catalogueItems).where(matching);
        return total!.count;
      },
    };
  };
}
