import { searchForm } from '@yiwang/codes';
import {
  type CursorParts,
  checkPageSize,
  countUpTo,
  MAX_COUNTED,
  nameContains,
  nameHolds,
  type PageArguments,
  prepareSearch,
  searchByName,
  toPage,
} from '@yiwang/subgraph-kit';
import { and, type Column, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { enterpriseColumns } from './columns.ts';
import { enterpriseCursor } from './cursors.ts';
import { checkFilter, conditions, countedConditions, daysOf, isCounted } from './enterprise-filter.ts';
import type { EnterpriseFilter } from './generated/types.ts';
import type { EnterpriseConnectionModel, EnterpriseModel } from './models.ts';
import { currentCounts, enterprises } from './tables.ts';

/** From this share of the names on, a count reads the names in the index of the order. */
const COMMON_SHARE = 0.08;
/** How much is read in one way before another is taken. */
const BOUNDS = {
  /** Entries of that index, which takes a few milliseconds. */
  walked: 20_000,
  counted: MAX_COUNTED,
};

/**
 * Finds enterprises by a filter, last registered first.
 *
 * The order is deliberate: it has little to do with name, region or industry, so that for a condition
 * that many match, PostgreSQL finds a page by walking the order, and for one that few match, by the
 * condition's own index. Statements are planned with their values, because only those tell which.
 */
export function createEnterpriseSearch(db: PostgresJsDatabase, bounds = BOUNDS) {
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
    const limit = page.first + 1;
    const plan = () => find(conditions(filter), limit, page.after);
    const { name } = filter;
    if (name == null) return { ...toPage(await plan(), page.first), countAll: () => count(filter) };
    const after = page.after == null ? undefined : behind(enterpriseCursor.decode(page.after));
    const { rows, countAll } = await searchByName({
      db,
      column: enterprises.searchName,
      term: searchForm(name),
      limit,
      commonShare: COMMON_SHARE,
      plan,
      walkStart: () => walk(filter, after, limit, bounds.walked),
      walk: () => walk(filter, after, limit),
      sort: (holds) => sort(and(conditions(filter, holds), after), limit),
      count: (holds) => count(filter, holds),
    });
    return { ...toPage(rows, page.first), countAll };
  }

  /** Goes through the order in its index alone, and reads the rows of what matches there. */
  function walk(
    filter: EnterpriseFilter,
    after: SQL | undefined,
    limit: number,
    most?: number,
  ): Promise<EnterpriseModel[]> {
    const { uscc, listedOn, status, industryCode, regionCode, nameInitials, searchName } = enterprises;
    const next = db
      .select({ uscc, listedOn, status, industryCode, regionCode, nameInitials, searchName })
      .from(enterprises)
      .where(and(daysOf(filter, enterprises), after))
      .orderBy(...inOrder(enterprises))
      .$dynamic();
    const near = (most === undefined ? next : next.limit(most)).as('near');
    const found = db
      .select({ uscc: near.uscc })
      .from(near)
      .where(conditions(filter, nameHolds, near))
      .orderBy(...inOrder(near))
      .limit(limit)
      .as('found');
    return db
      .select(enterpriseColumns)
      .from(found)
      .innerJoin(enterprises, eq(enterprises.uscc, found.uscc))
      .orderBy(...inOrder(enterprises));
  }

  /** Sorts what the indexes of the conditions give. */
  function sort(matching: SQL | undefined, limit: number): Promise<EnterpriseModel[]> {
    const { listedOn, uscc } = enterprises;
    return (
      db
        .select(enterpriseColumns)
        .from(enterprises)
        .where(matching)
        // No index has this order, so that the planner does not walk the one that has the other.
        .orderBy(desc(sql`${listedOn} + 0`), desc(uscc))
        .limit(limit)
    );
  }

  async function count(filter: EnterpriseFilter, holds = nameContains): Promise<number | null> {
    if (!isCounted(filter)) return countUpTo(db, enterprises, conditions(filter, holds), bounds.counted);
    const [row] = await db
      .select({ count: sql<number>`coalesce(sum(${currentCounts.count}), 0)::int` })
      .from(currentCounts)
      .where(countedConditions(filter, currentCounts));
    return row!.count;
  }

  return search;
}

function inOrder({ listedOn, uscc }: Record<'listedOn' | 'uscc', Column>): SQL[] {
  return [desc(listedOn), desc(uscc)];
}

function behind([listedOn, uscc]: CursorParts): SQL {
  return sql`(${enterprises.listedOn}, ${enterprises.uscc}) < (${listedOn}::date, ${uscc}::text)`;
}
