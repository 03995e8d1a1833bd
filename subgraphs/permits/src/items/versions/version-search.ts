import { checkPageSize, type PageArguments, prepareSearch, toPage } from '@yiwang/subgraph-kit';
import { and, count, eq, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { itemVersionCursor } from '../item-cursors.ts';
import type { ItemVersionConnectionModel } from '../item-models.ts';
import { type ItemVersionRow, type ItemVersionState, itemVersions } from '../item-tables.ts';

/** Conditions on a version; null and undefined for none. */
export interface VersionFilter {
  /** As service_items.code. */
  item?: string | null;
  state?: ItemVersionState | null | undefined;
}

/** Finds versions by code of the service item and number. */
export function createVersionSearch(db: PostgresJsDatabase) {
  const find = prepareSearch<ItemVersionRow>(itemVersionCursor, (matching, { limit, after }) =>
    db
      .select()
      .from(itemVersions)
      .where(
        and(
          matching,
          after
            ? sql`(${itemVersions.itemCode}, ${itemVersions.version}) > (${after[0]}::text, ${after[1]}::bigint)`
            : undefined,
        ),
      )
      .orderBy(itemVersions.itemCode, itemVersions.version)
      .limit(limit),
  );

  return async ({ item, state }: VersionFilter, page: PageArguments): Promise<ItemVersionConnectionModel> => {
    checkPageSize(page.first);
    const matching = and(
      item == null ? undefined : eq(itemVersions.itemCode, item),
      state == null ? undefined : eq(itemVersions.state, state),
    );
    const rows = await find(matching, page.first + 1, page.after);
    return {
      ...toPage(rows, page.first),
      async countAll() {
        const [total] = await db.select({ count: count() }).from(itemVersions).where(matching);
        return total!.count;
      },
    };
  };
}
