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
import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { taxpayerColumns } from './columns.ts';
import { taxpayerCursor } from './cursors.ts';
import type { TaxpayerFilter } from './generated/types.ts';
import type { TaxpayerConnectionModel, TaxpayerModel } from './models.ts';
import { gradedCounts, taxAuthorities, taxpayerCounts, taxpayers } from './tables.ts';
import { checkFilter, conditions, inRegion } from './taxpayer-filter.ts';

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

  /** @param regions in which the filter may find any; null for all */
  async function search(
    filter: TaxpayerFilter,
    page: PageArguments,
    regions: readonly string[] | null = null,
  ): Promise<TaxpayerConnectionModel> {
    checkPageSize(page.first);
    checkFilter(filter);
    const rows = await find(conditions(filter, regions), page.first + 1, page.after);
    return { ...toPage(rows, page.first), countAll: () => count(filter, regions) };
  }

  async function count(filter: TaxpayerFilter, regions: readonly string[] | null): Promise<number | null> {
    const { name, region } = filter;
    const graded = gradedOnce(filter);
    if (name != null) {
      const isCommon = await isCommonName(db, taxpayers.searchName, searchForm(name));
      return countUpTo(db, taxpayers, conditions(filter, regions, isCommon ? nameHolds : nameContains));
    }
    if (graded === null) {
      const registered = db
        .select({ count: sql<number>`count(*)::int`.as('count') })
        .from(taxpayers)
        .where(
          and(isNotNull(taxpayers.reference), region ? inRegion(taxpayers.regionCode, region) : undefined),
        );
      const [row] = await db
        .select({ count: sql<number>`(coalesce(sum(${taxpayerCounts.count}), 0) + (${registered}))::int` })
        .from(taxpayerCounts)
        .where(region ? inRegion(taxpayerCounts.regionCode, region) : undefined);
      return row!.count;
    }
    if (graded === undefined || regions) return countUpTo(db, taxpayers, conditions(filter, regions));
    const [row] = await db
      .select({ count: sql<number>`coalesce(sum(${gradedCounts.count}), 0)::int` })
      .from(gradedCounts)
      .where(
        and(
          eq(gradedCounts.grade, graded.grade),
          eq(gradedCounts.year, graded.year),
          region ? inRegion(gradedCounts.regionCode, region) : undefined,
        ),
      );
    return row!.count;
  }

  return search;
}

/**
 * The one grade of one year that a filter asks for: a taxpayer has several grades over the years, and of one year from several
 * offices, so that no others can be summed. Null when it asks for none, undefined when for anything else.
 */
function gradedOnce({ grade, year, aListYear }: TaxpayerFilter) {
  if (grade == null && year == null)
    return aListYear == null ? null : ({ grade: 'A', year: aListYear } as const);
  return grade == null || year == null || aListYear != null ? undefined : { grade, year };
}

function behind([no]: CursorParts): SQL {
  return sql`${taxpayers.no} > ${no}::bigint`;
}
