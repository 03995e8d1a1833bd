import { and, asc, desc, or, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { countUpTo } from '../database/count-up-to.ts';
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

  /** @throws PublicError INVALID_ARGUMENT, MALFORMED_CURSOR */
  return async function page(
    ranges: readonly SQL[],
    matching: SQL | undefined,
    { first, after }: PageArguments,
  ): Promise<Connection<Row, number | null>> {
    checkPageSize(first);
    const rest = after == null ? undefined : behind(cursor.decode(after));
    const pages = await Promise.all(
      ranges.map((range) =>
        db
          .select()
          .from(cases)
          .where(and(range, matching, rest))
          .orderBy(order(column), order(cases.number))
          .limit(first + 1),
      ),
    );
    const found = new Map(pages.flat().map((row) => [row.number, row as Row]));
    return {
      ...toPage([...found.values()].sort(inOrder), first),
      countAll: async () => (ranges.length === 0 ? 0 : countUpTo(db, cases, and(or(...ranges), matching))),
    };
  };
}
