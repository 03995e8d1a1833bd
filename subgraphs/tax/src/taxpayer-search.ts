import { searchForm } from '@yiwang/codes';
import {
  type CursorParts,
  checkPageSize,
  isCommonName,
  nameContains,
  nameHolds,
  type PageArguments,
  prepareSearch,
  toPage,
} from '@yiwang/subgraph-kit';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { taxpayerColumns } from './columns.ts';
import { taxpayerCursor } from './cursors.ts';
import type { TaxpayerFilter } from './generated/types.ts';
import type { TaxpayerConnectionModel, TaxpayerModel } from './models.ts';
import { gradedCounts, taxAuthorities, taxpayerCounts, taxpayers } from './tables.ts';
import { checkFilter, conditions, inRegion } from './taxpayer-filter.ts';

/** Above it a count would cost more than the page. */
const MOST_COUNTED = 10_000;

/** Finds taxpayers by a filter, in the order of their rows. */
export function createTaxpayerSearch(db: PostgresJsDatabase) {
  const find = prepareSearch<TaxpayerModel>(taxpayerCursor, (matching, { limit, after }) =>
    db
      .select(taxpayerColumns)
      .from(taxpayers)
      .innerJoin(taxAuthorities, eq(taxAuthorities.no, taxpayers.authorityNo))
      .where(and(matching, after ? behind(after) : undefined))
      .orderBy(taxpayers.no)
      .limit(limit),
  );

  async function search(filter: TaxpayerFilter, page: PageArguments): Promise<TaxpayerConnectionModel> {
    checkPageSize(page.first);
    checkFilter(filter);
    const rows = await find(conditions(filter), page.first + 1, page.after);
    return { ...toPage(rows, page.first), countAll: () => count(filter) };
  }

  async function count(filter: TaxpayerFilter): Promise<number | null> {
    const { grade, year, name, region } = filter;
    if (name != null) {
      const isCommon = await isCommonName(db, taxpayers.searchName, searchForm(name));
      return countSome(conditions(filter, isCommon ? nameHolds : nameContains));
    }
    if (grade == null && year == null) {
      const [row] = await db
        .select({ count: sql<number>`coalesce(sum(${taxpayerCounts.count}), 0)::int` })
        .from(taxpayerCounts)
        .where(region ? inRegion(taxpayerCounts.regionCode, region) : undefined);
      return row!.count;
    }
    // A taxpayer has several grades over the years, and of one year from several offices: only one
    // grade of one year can be summed.
    if (grade == null || year == null) return countSome(conditions(filter));
    const [row] = await db
      .select({ count: sql<number>`coalesce(sum(${gradedCounts.count}), 0)::int` })
      .from(gradedCounts)
      .where(
        and(
          eq(gradedCounts.grade, grade),
          eq(gradedCounts.year, year),
          region ? inRegion(gradedCounts.regionCode, region) : undefined,
        ),
      );
    return row!.count;
  }

  async function countSome(matching: SQL | undefined): Promise<number | null> {
    const some = db
      .select({ one: sql`1` })
      .from(taxpayers)
      .where(matching)
      .limit(MOST_COUNTED + 1)
      .as('some');
    const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(some);
    return row!.count > MOST_COUNTED ? null : row!.count;
  }

  return search;
}

function behind([no]: CursorParts): SQL {
  return sql`${taxpayers.no} > ${no}::bigint`;
}
