import { searchForm } from '@yiwang/codes';
import {
  type CursorParts,
  checkPageSize,
  countUpTo,
  isCommonName,
  nameContains,
  nameHolds,
  type PageArguments,
  prepareSearch,
  toPage,
} from '@yiwang/subgraph-kit';
import { and, desc, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { enterpriseColumns } from './columns.ts';
import { enterpriseCursor } from './cursors.ts';
import { checkFilter, conditions, countedConditions, isCounted } from './enterprise-filter.ts';
import type { EnterpriseFilter } from './generated/types.ts';
import type { EnterpriseConnectionModel, EnterpriseModel } from './models.ts';
import { currentCounts, enterprises } from './tables.ts';

/**
 * Finds enterprises by a filter, last registered first.
 *
 * The order is deliberate: it has little to do with name, region or industry, so that for a condition
 * that many match, PostgreSQL finds a page by walking the order, and for one that few match, by the
 * condition's own index. Statements are planned with their values, because only those tell which.
 */
export function createEnterpriseSearch(db: PostgresJsDatabase) {
  const find = prepareSearch<EnterpriseModel>(enterpriseCursor, (matching, { limit, after }) =>
    db
      .select(enterpriseColumns)
      .from(enterprises)
      .where(and(matching, after ? behind(after) : undefined))
      .orderBy(desc(enterprises.listedOn), desc(enterprises.uscc))
      .limit(limit),
  );

  async function search(filter: EnterpriseFilter, page: PageArguments): Promise<EnterpriseConnectionModel> {
    checkPageSize(page.first);
    checkFilter(filter);
    const rows = await find(conditions(filter), page.first + 1, page.after);
    return { ...toPage(rows, page.first), countAll: () => count(filter) };
  }

  async function count(filter: EnterpriseFilter): Promise<number | null> {
    if (isCounted(filter)) {
      const [row] = await db
        .select({ count: sql<number>`coalesce(sum(${currentCounts.count}), 0)::int` })
        .from(currentCounts)
        .where(countedConditions(filter, currentCounts));
      return row!.count;
    }
    const { name } = filter;
    const isCommon = name != null && (await isCommonName(db, enterprises.searchName, searchForm(name)));
    return countUpTo(db, enterprises, conditions(filter, isCommon ? nameHolds : nameContains));
  }

  return search;
}

function behind([listedOn, uscc]: CursorParts): SQL {
  return sql`(${enterprises.listedOn}, ${enterprises.uscc}) < (${listedOn}::date, ${uscc}::text)`;
}
