import { dayOf } from '@yiwang/codes/working-days';
import { regionRange } from '@yiwang/codes';
import { and, eq, gte, isNotNull, isNull, lte, or, type SQL } from 'drizzle-orm';
import { inRange } from '../database/conditions.ts';
import type { Db } from '../database/db.ts';
import type { Caller } from '../trust/caller.ts';
import type { CasePrincipal, CaseRights } from './case-rights.ts';
import type { CaseRow, OfficialsTable, PlacedCaseRow, PlacedCasesTable } from './tables.ts';

/** Decides cases, for clients of the department. */
const DECIDE_SCOPE = 'cases:decide';

/** Who asks, and for whom the person acts. */
export type ActingPrincipal = CasePrincipal & Pick<Caller, 'mandateFor'>;

/** Whether the caller is a person who may be an official of the department; where, its table says. */
export function isOfficial<Principal extends CasePrincipal>(
  caller: Principal,
  department: string,
): caller is Principal & { user: string } {
  return caller.user !== null && caller.department === department && caller.scopes.includes(DECIDE_SCOPE);
}

/**
 * By what the caller acts for the applicant of a case: `self`, `mandate:…`, or null when by nothing.
 *
 * @param item basic code of the matter for which a mandate may hold; null when only one for all matters does
 */
export function actsForApplicant(
  caller: Pick<ActingPrincipal, 'user' | 'mandateFor'>,
  { filedBy, applicantUser, applicantUscc }: Pick<CaseRow, 'filedBy' | 'applicantUser' | 'applicantUscc'>,
  item: string | null,
): string | null {
  if (filedBy === null) return null;
  if (applicantUser !== null) return applicantUser === caller.user ? 'self' : null;
  return applicantUscc === null ? null : caller.mandateFor(applicantUscc, item);
}

/**
 * The officials of a department that decide for regions: each for its own and all that lie beneath it.
 *
 * @param options.department the department's name
 */
export function createOfficials({
  department,
  officials,
  now,
}: {
  department: string;
  officials: OfficialsTable;
  now: () => Date;
}) {
  /** The regions for which the person decides today, without those that lie within another one. */
  async function regionsOf(db: Db, user: string): Promise<string[]> {
    const day = dayOf(now());
    const rows = await db
      .select({ regionCode: officials.regionCode })
      .from(officials)
      .where(
        and(
          eq(officials.user, user),
          lte(officials.since, day),
          or(isNull(officials.until), gte(officials.until, day)),
        ),
      )
      .orderBy(officials.regionCode);
    const codes = rows.map(({ regionCode }) => regionCode);
    return codes.filter((code) => !codes.some((other) => other !== code && code.startsWith(other)));
  }

  const mayDecide: CaseRights<CasePrincipal, PlacedCaseRow>['mayDecide'] = async (tx, caller, row) => {
    if (!isOfficial(caller, department) || row.filedBy === null) return null;
    const region = (await regionsOf(tx, caller.user)).find((code) => row.regionCode!.startsWith(code));
    return region === undefined ? 'ELSEWHERE' : { right: `official:${region}` };
  };

  return {
    regionsOf,
    mayDecide,
    isOfficial: <Principal extends CasePrincipal>(caller: Principal) => isOfficial(caller, department),
  };
}

/** The cases of a region at the office: one range of the index `cases_inbox`, in the order of its days. */
export function atRegion(table: object, region: string): SQL {
  const cases = table as PlacedCasesTable;
  return and(isNotNull(cases.actBy), inRange(cases.regionCode, regionRange(region)))!;
}
