import {
  anyOf,
  checkPageSize,
  type Connection,
  countUpTo,
  type CursorParts,
  type PageArguments,
  toPage,
  type Caller,
} from '@yiwang/subgraph-kit';
import { PublicError } from '@yiwang/errors';
import { and, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { caseCursor } from '../cursors.ts';
import type { MyCaseFilter } from '../generated/types.ts';
import { type CaseRow, cases, serviceItems } from '../tables.ts';

/** Lists the cases of a person and of the enterprises that it acts for, newest first. */
export function createMyCases(db: PostgresJsDatabase) {
  /** @throws PublicError FORBIDDEN when no person is signed in, INVALID_ARGUMENT, CONTRADICTORY_FILTER, MALFORMED_CURSOR */
  return async function myCases(
    { user, mandates }: Pick<Caller, 'user' | 'mandates'>,
    { states, applicant }: MyCaseFilter,
    { first, after }: PageArguments,
  ): Promise<Connection<CaseRow, number | null>> {
    checkPageSize(first);
    if (user === null) {
      throw new PublicError(
        'FORBIDDEN',
        'Nobody is signed in: an application that acts for itself has no cases.',
      );
    }
    if (states && states.length === 0) {
      throw new PublicError('CONTRADICTORY_FILTER', 'filter.states is empty: leave it out for all states.');
    }
    const held = mandates.filter(({ uscc }) => applicant == null || uscc === applicant);
    const keys = [
      ...(applicant == null ? [eq(cases.applicantUser, user)] : []),
      // Each is one range of the index cases_applicant.
      ...held.map(({ uscc, items }) =>
        items === null
          ? eq(cases.applicantUscc, uscc)
          : and(eq(cases.applicantUscc, uscc), isOfMatter(items))!,
      ),
    ];
    const matching = states ? inArray(cases.state, [...states]) : undefined;
    const behind = after == null ? undefined : behindCase(caseCursor.decode(after));
    const pages = await Promise.all(
      keys.map((key) =>
        db
          .select()
          .from(cases)
          .where(and(key, matching, behind))
          .orderBy(desc(cases.receivedOn), desc(cases.number))
          .limit(first + 1),
      ),
    );
    // A person may have several mandates for an enterprise.
    const rows = [...new Map(pages.flat().map((row) => [row.number, row])).values()].sort(newestFirst);
    return {
      ...toPage(rows, first),
      countAll: async () => (keys.length === 0 ? 0 : countUpTo(db, cases, and(or(...keys), matching))),
    };
  };
}

/** Whether the item of a case is one of those, by basic code. */
function isOfMatter(items: readonly string[]): SQL {
  return sql`exists (select 1 from ${serviceItems} where ${serviceItems.code} = ${cases.serviceItemCode} and ${anyOf(serviceItems.basicCode, items)})`;
}

function behindCase([receivedOn, number]: CursorParts): SQL {
  return sql`(${cases.receivedOn}, ${cases.number}) < (${receivedOn}::date, ${number}::text)`;
}

function newestFirst(one: CaseRow, other: CaseRow): number {
  const [left, right] = [one.receivedOn + one.number, other.receivedOn + other.number];
  return left < right ? 1 : left > right ? -1 : 0;
}
