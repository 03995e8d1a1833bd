import { regionRange, repairCode } from '@yiwang/codes';
import { dayOf } from '@yiwang/codes/working-days';
import { type Connection, inRange, type PageArguments } from '@yiwang/subgraph-kit';
import { type CaseRanges, createCasePages } from '@yiwang/subgraph-kit/cases';
import { PublicError } from '@yiwang/errors';
import { and, eq, inArray, lt, ne, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { inboxCursor } from '../cursors.ts';
import type { CaseInboxFilter } from '../generated/types.ts';
import { type CaseRow, cases } from '../tables.ts';
import { type CasePrincipal, isOfficial, type Office, officesOf } from './case-rights.ts';

/** Lists the cases on which an official has to act, by the day by which the office must. */
export function createCaseInbox(db: PostgresJsDatabase, now: () => Date) {
  // Each office is one range of the index cases_inbox, and an official of a province has hundreds.
  const pageOf = createCasePages<CaseRow>(db, cases, { by: 'actBy', cursor: inboxCursor });

  /**
   * @throws PublicError FORBIDDEN to whoever is no person of this department with the scope, INVALID_ARGUMENT, MALFORMED_CURSOR
   */
  return async function inbox(
    caller: CasePrincipal,
    filter: CaseInboxFilter,
    page: PageArguments,
  ): Promise<Connection<CaseRow, number | null>> {
    if (!isOfficial(caller)) {
      throw new PublicError('FORBIDDEN', 'Only an official of this department, as a person, has an inbox.');
    }
    const today = dayOf(now());
    const offices = widest(await officesOf(db, caller.user, today));
    return pageOf(rangesOf(offices), conditions(filter, today), page);
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

function rangesOf(offices: readonly Office[]): CaseRanges {
  const departments = offices.map(({ departmentCode }) => departmentCode);
  const regions = offices.map(({ regionCode }) => regionRange(regionCode));
  const texts = (values: string[]) => sql`${sql.param(values)}::text[]`;
  return {
    of: sql`unnest(${texts(departments)}, ${texts(regions.map(({ from }) => from))}, ${texts(regions.map(({ to }) => to))})
      as office(department, region_from, region_to)`,
    holds: sql`${cases.actBy} is not null and ${cases.departmentCode} = office.department
      and ${cases.regionCode} >= office.region_from and ${cases.regionCode} < office.region_to`,
  };
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
