import { searchForm } from '@yiwang/codes';
import {
  type CursorParts,
  checkPageSize,
  countUpTo,
  MAX_COUNTED,
  nameHolds,
  type PageArguments,
  prepareSearch,
  searchByName,
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

/** From this share of the names on, a count scans the names instead of their index. */
const COMMON_SHARE = 0.2;
/** How much is read in one way before another is taken. */
const BOUNDS = {
  /** Rows of the order, which is that of the table: they lie together. */
  walked: 10_000,
  counted: MAX_COUNTED,
};

/** Finds taxpayers by a filter, in the order of their rows. */
export function createTaxpayerSearch(db: PostgresJsDatabase, bounds = BOUNDS) {
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
    const limit = page.first + 1;
    const plan = () => find(conditions(filter, regions), limit, page.after);
    const { name } = filter;
    if (name == null) return { ...toPage(await plan(), page.first), countAll: () => count(filter, regions) };
    const after = page.after == null ? undefined : behind(taxpayerCursor.decode(page.after));
    const { rows, countAll } = await searchByName({
      db,
      column: taxpayers.searchName,
      term: searchForm(name),
      limit,
      commonShare: COMMON_SHARE,
      plan,
      walkStart: () => walkStart(filter, regions, after, limit),
      walk: () => find(conditions(filter, regions, nameHolds), limit, page.after),
      sort: (by) => sort(and(conditions(filter, regions, by), after), limit),
      count: (holds) => countUpTo(db, taxpayers, conditions(filter, regions, holds), bounds.counted),
    });
    return { ...toPage(rows, page.first), countAll };
  }

  /** Looks at what comes next in the order. */
  function walkStart(
    filter: TaxpayerFilter,
    regions: readonly string[] | null,
    after: SQL | undefined,
    limit: number,
  ): Promise<TaxpayerModel[]> {
    const { no, regionCode, searchName, grades } = taxpayers;
    const next = db
      .select({ no, regionCode, searchName, grades })
      .from(taxpayers)
      .where(after)
      .orderBy(no)
      .limit(bounds.walked)
      .as('next');
    const found = db
      .select({ no: next.no })
      .from(next)
      .where(conditions(filter, regions, nameHolds, next))
      .orderBy(next.no)
      .limit(limit)
      .as('found');
    return db
      .select(taxpayerColumns)
      .from(found)
      .innerJoin(taxpayers, eq(taxpayers.no, found.no))
      .innerJoin(taxAuthorities, eq(taxAuthorities.no, taxpayers.authorityNo))
      .orderBy(no);
  }

  /** Sorts what the indexes of the conditions give. */
  function sort(matching: SQL | undefined, limit: number): Promise<TaxpayerModel[]> {
    return (
      db
        .select(taxpayerColumns)
        .from(taxpayers)
        .innerJoin(taxAuthorities, eq(taxAuthorities.no, taxpayers.authorityNo))
        .where(matching)
        // No index has this order, so that the planner does not walk the one that has the other.
        .orderBy(sql`${taxpayers.no} + 0`)
        .limit(limit)
    );
  }

  async function count(filter: TaxpayerFilter, regions: readonly string[] | null): Promise<number | null> {
    const { region } = filter;
    const graded = gradedOnce(filter);
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
