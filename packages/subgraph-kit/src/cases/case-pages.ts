import { and, asc, desc, or, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { countUpTo, MAX_COUNTED } from '../database/count-up-to.ts';
import type { Keyset } from '../pages/keyset.ts';
import { checkPageSize, type Connection, type PageArguments, toPage } from '../pages/page.ts';
import type { PlacedCaseRow, PlacedCasesTable } from './tables.ts';

/** What a list of cases is ordered by, before the number. */
export interface CaseOrder {
  /** `actBy` gives the soonest day first, and `receivedOn` the newest one. */
  by: 'actBy' | 'receivedOn';
  /** Of a date and a text. */
  cursor: Keyset;
}

/** Ranges that may be hundreds, none of which overlap, such as the offices of an official: one statement reads them all. */
export interface CaseRanges {
  /** A row for each range, such as `unnest(…) as office(department)`. */
  of: SQL;
  /** Whether a case is in the range of the row. */
  holds: SQL;
}

/**
 * Lists the cases of several ranges of an index, such as those of a person and of each enterprise that it acts for: of each come the first rows,
 * and of these the first, so that a page costs what it shows. A case in two of them is listed once.
 *
 * @param table has the columns of `placedCaseColumns`
 */
export function createCasePages<Row extends PlacedCaseRow>(
  db: PostgresJsDatabase,
  table: object,
  { by, cursor }: CaseOrder,
) {
  const cases = table as PlacedCasesTable;
  const column = cases[by];
  const isSoonestFirst = by === 'actBy';
  const order = isSoonestFirst ? asc : desc;

  function behind([day, number]: readonly string[]): SQL {
    const direction = sql.raw(isSoonestFirst ? '>' : '<');
    return sql`(${column}, ${cases.number}) ${direction} (${day}::date, ${number}::text)`;
  }

  function inOrder(one: Row, other: Row): number {
    const [left, right] = [one[by]! + one.number, other[by]! + other.number];
    if (left === right) return 0;
    return left < right === isSoonestFirst ? -1 : 1;
  }

  /** The first rows of one range. */
  function firstOf(conditions: readonly (SQL | undefined)[], limit: number) {
    return db
      .select()
      .from(cases)
      .where(and(...conditions))
      .orderBy(order(column), order(cases.number))
      .limit(limit);
  }

  async function firstOfEach({ of, holds }: CaseRanges, rest: readonly (SQL | undefined)[], limit: number) {
    const found = firstOf([holds, ...rest], limit).as('found');
    return db
      .select(found._.selectedFields)
      .from(of)
      .crossJoinLateral(found)
      .orderBy(order(found[by]), order(found.number))
      .limit(limit);
  }

  async function countOfEach({ of, holds }: CaseRanges, matching: SQL | undefined): Promise<number | null> {
    const some = db
      .select({ one: sql`1`.as('one') })
      .from(cases)
      .where(and(holds, matching))
      .limit(MAX_COUNTED + 1)
      .as('some');
    const all = db
      .select({ one: some.one })
      .from(of)
      .crossJoinLateral(some)
      .limit(MAX_COUNTED + 1)
      .as('all_of_them');
    const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(all);
    return row!.count > MAX_COUNTED ? null : row!.count;
  }

  /** @throws PublicError INVALID_ARGUMENT, MALFORMED_CURSOR */
  return async function page(
    ranges: readonly SQL[] | CaseRanges,
    matching: SQL | undefined,
    { first, after }: PageArguments,
  ): Promise<Connection<Row, number | null>> {
    checkPageSize(first);
    const rest = [matching, after == null ? undefined : behind(cursor.decode(after))];
    if ('of' in ranges) {
      const rows = (await firstOfEach(ranges, rest, first + 1)) as Row[];
      return { ...toPage(rows, first), countAll: () => countOfEach(ranges, matching) };
    }
    const pages = await Promise.all(ranges.map((range) => firstOf([range, ...rest], first + 1)));
    const found = new Map(pages.flat().map((row) => [row.number, row as Row]));
    return {
      ...toPage([...found.values()].sort(inOrder), first),
      countAll: async () => (ranges.length === 0 ? 0 : countUpTo(db, cases, and(or(...ranges), matching))),
    };
  };
}
