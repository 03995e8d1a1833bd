import { regionRange } from '@yiwang/codes';
import { PublicError } from '@yiwang/errors';
import { checkPageSize, inRange, type PageArguments, toPage } from '@yiwang/subgraph-kit';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { ItemAspect, ItemDeviationFilter } from '../../generated/types.ts';
import { checkFilter } from '../../service-item-filter.ts';
import { serviceItems } from '../../tables.ts';
import { itemDeviationCursor } from '../item-cursors.ts';
import type { ItemDeviationConnectionModel, ItemDeviationModel } from '../item-models.ts';
import { catalogueItems } from '../item-tables.ts';

/**
 * Every deviation, as a subquery that PostgreSQL merges into what reads it. Beside a service item stands its item of the catalogue: the
 * one with its basic code, or where the catalogue does not hold the code, the first with its name. A page reads as many items as it
 * takes to fill it, by their key, and for each the catalogue by its key or the index catalogue_items_name.
 */
function selectDeviations(db: PostgresJsDatabase) {
  return db
    .select({
      itemCode: serviceItems.code,
      regionCode: serviceItems.regionCode,
      basicCode: sql<string | null>`coalesce(${catalogueItems.basicCode}, named.basic_code)`.as('known_code'),
      aspect: sql<ItemAspect>`compared.aspect`.as('aspect'),
      catalogueSays: sql<string | null>`compared.catalogue_says`.as('catalogue_says'),
      itemSays: sql<string | null>`compared.item_says`.as('item_says'),
    })
    .from(serviceItems)
    .leftJoin(catalogueItems, eq(catalogueItems.basicCode, serviceItems.basicCode))
    .leftJoinLateral(
      sql`(
        select basic_code from catalogue_items as other
        where ${catalogueItems.basicCode} is null and other.search_name = ${serviceItems.searchName}
        order by basic_code limit 1
      ) as named`,
      sql`true`,
    )
    .crossJoinLateral(
      sql`(
        values
          ('BASIS', ${catalogueItems.basis}, ${serviceItems.basis}, ${catalogueItems.basis} <> ${serviceItems.basis}),
          ('CODE', named.basic_code, ${serviceItems.basicCode}, ${catalogueItems.basicCode} is null),
          ('NAME', ${catalogueItems.name}, ${serviceItems.name},
            ${catalogueItems.searchName} <> ${serviceItems.searchName}),
          ('TYPE', ${catalogueItems.type}, ${serviceItems.type}, ${catalogueItems.type} <> ${serviceItems.type})
      ) as compared(aspect, catalogue_says, item_says, deviates)`,
    )
    .where(sql`compared.deviates`)
    .as('deviations');
}

/** Finds where service items are not what the catalogue says, by code of the item and aspect. */
export function createDeviationSearch(db: PostgresJsDatabase) {
  const deviations = selectDeviations(db);
  const { itemCode, regionCode, basicCode, aspect, catalogueSays, itemSays } = deviations;

  function findPage(matching: SQL | undefined, limit: number, after: string | null | undefined) {
    return db
      .select({ itemCode, basicCode, aspect, catalogueSays, itemSays })
      .from(deviations)
      .where(and(matching, after == null ? undefined : behind(after)))
      .orderBy(itemCode, aspect)
      .limit(limit);
  }

  function behind(after: string): SQL {
    const [code, last] = itemDeviationCursor.decode(after);
    // The first condition alone lets the key find where the page begins.
    return sql`${itemCode} >= ${code}::text and (${itemCode}, ${aspect}) > (${code}::text, ${last}::text)`;
  }

  return async (filter: ItemDeviationFilter, page: PageArguments): Promise<ItemDeviationConnectionModel> => {
    checkPageSize(page.first);
    checkFilter({ region: filter.region });
    if (filter.aspects?.length === 0) {
      throw new PublicError(
        'CONTRADICTORY_FILTER',
        'filter.aspects is empty, so no deviation could match. Leave it out for all.',
      );
    }
    const matching = and(
      filter.region ? inRange(regionCode, regionRange(filter.region)) : undefined,
      filter.aspects ? inArray(aspect, filter.aspects) : undefined,
    );
    const rows: ItemDeviationModel[] = await findPage(matching, page.first + 1, page.after);
    let counted: Promise<{ aspect: ItemAspect; count: number }[]> | undefined;
    const countByAspect = () =>
      (counted ??= db
        .select({ aspect, count: sql<number>`count(*)::int` })
        .from(deviations)
        .where(matching)
        .groupBy(aspect)
        .orderBy(aspect)
        .execute());
    return {
      ...toPage(rows, page.first),
      countByAspect,
      countAll: async () => (await countByAspect()).reduce((sum, { count }) => sum + count, 0),
    };
  };
}
