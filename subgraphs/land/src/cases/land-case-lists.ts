import { regionRange } from '@yiwang/codes';
import { dayOf } from '@yiwang/codes/working-days';
import { type Caller, type Connection, inRange, type PageArguments } from '@yiwang/subgraph-kit';
import { atRegion, type CasePrincipal, createCasePages, createOfficials } from '@yiwang/subgraph-kit/cases';
import { PublicError } from '@yiwang/errors';
import { and, eq, inArray, lt, ne, type SQL } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { landCaseCursor, landInboxCursor } from '../cursors.ts';
import { NAME } from '../department.ts';
import type { LandCaseInboxFilter, MyLandCaseFilter } from '../generated/types.ts';
import { cases, type LandCaseKind, type LandCaseRow, officials } from './case-tables.ts';
import { LAND_CASE_KINDS } from './land-case-kinds.ts';

const KINDS = Object.keys(LAND_CASE_KINDS) as LandCaseKind[];

type Found = Promise<Connection<LandCaseRow, number | null>>;

/** Lists the cases of a person and of the enterprises that it acts for, newest first. */
export function createMyLandCases(db: PostgresJsDatabase) {
  const pageOf = createCasePages<LandCaseRow>(db, cases, { by: 'receivedOn', cursor: landCaseCursor });

  /** @throws PublicError FORBIDDEN when no person is signed in, INVALID_ARGUMENT, CONTRADICTORY_FILTER, MALFORMED_CURSOR */
  return async function myLandCases(
    { user, mandates }: Pick<Caller, 'user' | 'mandates'>,
    { states }: MyLandCaseFilter,
    page: PageArguments,
  ): Found {
    if (user === null) {
      throw new PublicError(
        'FORBIDDEN',
        'Nobody is signed in: an application that acts for itself has no cases.',
      );
    }
    const ranges = mandates.map(({ uscc, items }) => {
      const kinds = KINDS.filter((kind) => items === null || items.includes(LAND_CASE_KINDS[kind].item));
      return and(eq(cases.applicantUscc, uscc), inArray(cases.kind, kinds))!;
    });
    return pageOf([eq(cases.applicantUser, user), ...ranges], inStates(states), page);
  };
}

/** Lists the cases on which an official has to act, by the day by which the office must. */
export function createLandCaseInbox(db: PostgresJsDatabase, now: () => Date) {
  const pageOf = createCasePages<LandCaseRow>(db, cases, { by: 'actBy', cursor: landInboxCursor });
  const { isOfficial, regionsOf } = createOfficials({ department: NAME, officials, now });

  /** @throws PublicError FORBIDDEN to whoever is no person of this department with the scope, INVALID_ARGUMENT, MALFORMED_CURSOR */
  return async function inbox(
    caller: CasePrincipal,
    { states, kind, region, overdue }: LandCaseInboxFilter,
    page: PageArguments,
  ): Found {
    if (!isOfficial(caller)) {
      throw new PublicError('FORBIDDEN', 'Only an official of this department, as a person, has an inbox.');
    }
    const regions = await regionsOf(db, caller.user);
    const matching = and(
      inStates(states),
      kind == null ? undefined : eq(cases.kind, kind),
      region == null ? undefined : inRange(cases.regionCode, regionRange(region)),
      overdue ? and(lt(cases.actBy, dayOf(now())), ne(cases.state, 'SUSPENDED')) : undefined,
    );
    return pageOf(
      regions.map((code) => atRegion(cases, code)),
      matching,
      page,
    );
  };
}

function inStates(states: MyLandCaseFilter['states']): SQL | undefined {
  if (states == null) return undefined;
  if (states.length > 0) return inArray(cases.state, [...states]);
  throw new PublicError('CONTRADICTORY_FILTER', 'filter.states is empty: leave it out for all states.');
}
