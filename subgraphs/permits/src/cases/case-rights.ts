import type { Caller, Db } from '@yiwang/subgraph-kit';
import {
  actsForApplicant,
  type CasePrincipal as Principal,
  type CaseRights,
  isOfficial as isOfficialOf,
  isVisible as isVisibleTo,
  type OfficialRight,
} from '@yiwang/subgraph-kit/cases';
import { dayOf } from '@yiwang/codes/working-days';
import { and, eq, gte, isNull, lte, or } from 'drizzle-orm';
import { NAME } from '../department.ts';
import { parseServiceItemCode } from '../service-item-code.ts';
import { type CaseRow, type OfficialRow, officials } from '../tables.ts';

/** Who asks, and for whom the person acts. */
export type CasePrincipal = Principal & Pick<Caller, 'mandateFor'>;

/** An office of an official, in force. */
export type Office = Pick<OfficialRow, 'departmentCode' | 'regionCode'>;

type ApplicantColumns = Pick<CaseRow, 'filedBy' | 'applicantUser' | 'applicantUscc' | 'serviceItemCode'>;

export function createCaseRights(now: () => Date): CaseRights<CasePrincipal, CaseRow> {
  return {
    actsFor,
    async mayDecide(tx, caller, row): Promise<OfficialRight> {
      if (!isOfficial(caller) || row.filedBy === null) return null;
      const offices = await officesOf(tx, caller.user, dayOf(now()));
      const office = offices.find((one) => isAt(row, one));
      return office ? { right: `official:${office.departmentCode}/${office.regionCode}` } : 'ELSEWHERE';
    },
  };
}

/**
 * By what the caller acts for the applicant of a case that was filed in the graph; null when by nothing. Cases that were not
 * cannot be changed.
 */
export function actsFor(caller: CasePrincipal, row: ApplicantColumns): string | null {
  return actsForApplicant(caller, row, basicCodeOf(row.serviceItemCode));
}

/** Whether the case may be shown to the caller at all: one that was never submitted is known to its applicant alone. */
export function isVisible(caller: CasePrincipal, row: CaseRow): boolean {
  return isVisibleTo(row, actsFor(caller, row));
}

/** The columns of a case that decide who has to do with it. */
type CaseParties = Pick<CaseRow, 'submittedAt' | 'departmentCode' | 'regionCode'> & ApplicantColumns;

/** Finds, of these cases, those for whose applicant the caller acts, or which are at one of its offices. */
export async function concerning<Row extends CaseParties>(
  db: Db,
  caller: CasePrincipal,
  rows: readonly Row[],
  now: Date,
): Promise<Row[]> {
  const offices = isOfficial(caller) ? await officesOf(db, caller.user, dayOf(now)) : [];
  return rows.filter(
    (row) =>
      actsFor(caller, row) !== null ||
      (row.filedBy !== null && row.submittedAt !== null && offices.some((office) => isAt(row, office))),
  );
}

/** Basic code of the item of a case: the matter for which a mandate may hold. */
export function basicCodeOf(serviceItemCode: string | null): string | null {
  return serviceItemCode === null ? null : parseServiceItemCode(serviceItemCode).basicCode;
}

/** Whether the caller is a person who may be an official; where, the table says. */
export function isOfficial<Caller extends Principal>(caller: Caller): caller is Caller & { user: string } {
  return isOfficialOf(caller, NAME);
}

/** The offices for which a person decides on a day. */
export function officesOf(db: Db, user: string, day: string): Promise<Office[]> {
  return db
    .select({ departmentCode: officials.departmentCode, regionCode: officials.regionCode })
    .from(officials)
    .where(
      and(
        eq(officials.user, user),
        lte(officials.since, day),
        or(isNull(officials.until), gte(officials.until, day)),
      ),
    )
    .orderBy(officials.departmentCode, officials.regionCode);
}

function isAt(
  row: Pick<CaseRow, 'departmentCode' | 'regionCode'>,
  { departmentCode, regionCode }: Office,
): boolean {
  return row.departmentCode === departmentCode && (row.regionCode ?? '').startsWith(regionCode);
}
