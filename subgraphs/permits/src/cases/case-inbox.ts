import { regionRange, repairCode } from '@yiwang/codes';
import { dayOf } from '@yiwang/codes/working-days';
import {
  checkPageSize,
  type Connection,
  countUpTo,
  inRange,
  type PageArguments,
  toPage,
} from '@yiwang/subgraph-kit';
import { PublicError } from '@yiwang/errors';
import { and, asc, eq, inArray, isNotNull, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { inboxCursor } from '../cursors.ts';
import type { CaseInboxFilter } from '../generated/types.ts';
import { type CaseRow, cases } from '../tables.ts';
import { type CasePrincipal, isOfficial, type Office, officesOf } from './case-rights.ts';

/** Lists the cases on which an official has to act, by the day by which the office must. */
export function createCaseInbox(db: PostgresJsDatabase, now: () => Date) {
  /**
   * @throws PublicError FORBIDDEN to whoever is no person of this department with the scope, INVALID_ARGUMENT, MALFORMED_CURSOR
   */
  return async function inbox(
    caller: CasePrincipal,
    filter: CaseInboxFilter,
    { first, after }: PageArguments,
  ): Promise<Connection<CaseRow, number | null>> {
    checkPageSize(first);
    if (!isOfficial(caller)) {
      throw new PublicError('FORBIDDEN', 'Only an official of this department, as a person, has an inbox.');
    }
    const today = dayOf(now());
    const offices = widest(await officesOf(db, caller.user, today));
    const matching = conditions(filter, today);
    const behind = after == null ? undefined : behindCase(inboxCursor.decode(after));
    // Each office is one range of the index cases_inbox; of each come the first rows, and of these the first.
    const pages = await Promise.all(
      offices.map((office) =>
        db
          .select()
          .from(cases)
          .where(and(isAt(office), matching, behind))
          .orderBy(asc(cases.actBy), asc(cases.number))
          .limit(first + 1),
      ),
    );
    const rows = pages.flat().sort(byDay);
    return {
      ...toPage(rows, first),
      countAll: async () =>
        offices.length === 0 ? 0 : countUpTo(db, cases, and(or(...offices.map(isAt)), matching)),
    };
  };
}

function conditions({ states, region, item, overdue }: CaseInboxFilter, today: string): SQL | undefined {
  if (states && states.length === 0) {
    throw new PublicError('CONTRADICTORY_FILTER', 'filter.states is empty: leave it out for all states.');
  }
  return and(
    states ? inArray(cases.state, [...states]) : undefined,
    region == null ? undefined : inRange(cases.regionCode, regionRange(region)),
    item == null ? undefined : eq(cases.serviceItemCode, repairCode(item)),
    overdue ? and(lt(cases.actBy, today), ne(cases.state, 'SUSPENDED')) : undefined,
  );
}

function isAt({ departmentCode, regionCode }: Office): SQL {
  return and(
    isNotNull(cases.actBy),
    eq(cases.departmentCode, departmentCode),
    inRange(cases.regionCode, regionRange(regionCode)),
  )!;
}

function behindCase([actBy, number]: readonly string[]): SQL {
  return sql`(${cases.actBy}, ${cases.number}) > (${actBy}::date, ${number}::text)`;
}

/** Without the offices that lie within another one, so that no case is found twice. */
function widest(offices: readonly Office[]): Office[] {
  return offices.filter(
    (office) =>
      !offices.some(
        (other) =>
          other !== office &&
          other.departmentCode === office.departmentCode &&
          office.regionCode.startsWith(other.regionCode),
      ),
  );
}

function byDay(one: CaseRow, other: CaseRow): number {
  const [left, right] = [one.actBy! + one.number, other.actBy! + other.number];
  return left < right ? -1 : left > right ? 1 : 0;
}
