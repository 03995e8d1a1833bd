import type { Db } from '../database/db.ts';
import type { Caller } from '../trust/caller.ts';
import { userError } from '../commands/user-errors.ts';
import { PublicError } from '@yiwang/errors';
import type { CaseRow } from './tables.ts';
import type { CaseSide } from './transitions.ts';

/** Who asks for a step, as the gateway asserts. */
export type CasePrincipal = Pick<Caller, 'client' | 'user' | 'department' | 'scopes'>;

/** What makes someone an official for a case. */
export type OfficialRight =
  | { right: string }
  /** An official of the department, but not for where the case was filed. */
  | 'ELSEWHERE'
  | null;

/** By what right a department's callers act. Asked at every step, while the case is locked. */
export interface CaseRights<Principal extends CasePrincipal, Row extends CaseRow> {
  /** What lets the caller act for the applicant: `mandate:…`, or `self`. Null when nothing does. */
  actsFor(caller: Principal, row: Row): string | null;
  /** What lets the caller decide about the case, such as `official:…`. */
  mayDecide(tx: Db, caller: Principal, row: Row): Promise<OfficialRight>;
}

export type CaseRightErrorCode = 'UNKNOWN_NUMBER' | 'NO_MANDATE' | 'NOT_YOUR_REGION';

/**
 * The right by which the caller takes a step of a side.
 *
 * Whoever has nothing to do with the case is told that it does not exist. Officials see a case once it is submitted; who filed it is
 * told when the mandate has ended.
 *
 * @throws UserErrors UNKNOWN_NUMBER, NO_MANDATE or NOT_YOUR_REGION
 * @throws PublicError FORBIDDEN when the step is the other side's
 */
export async function requireRight<Principal extends CasePrincipal, Row extends CaseRow>(
  rights: CaseRights<Principal, Row>,
  tx: Db,
  caller: Principal,
  row: Row,
  side: CaseSide,
): Promise<string> {
  const applicant = rights.actsFor(caller, row);
  if (side === 'APPLICANT' && applicant !== null) return applicant;
  const official = row.submittedAt === null ? null : await rights.mayDecide(tx, caller, row);
  if (side === 'APPLICANT') {
    if (official !== null) throw forbidden('Only whoever acts for the applicant may do this.');
    if (caller.user === null || caller.user !== row.filedBy) throw unknownNumber(row.number);
    throw userError<CaseRightErrorCode>(
      'NO_MANDATE',
      'You do not act for the applicant any longer: the applicant must give you a mandate for this item.',
    );
  }
  if (official === null) {
    if (applicant === null) throw unknownNumber(row.number);
    throw forbidden('Only an official of the department may do this.');
  }
  if (official !== 'ELSEWHERE') return official.right;
  throw userError<CaseRightErrorCode>(
    'NOT_YOUR_REGION',
    `${row.number} was filed where you do not decide: officials decide for their own office and region.`,
    ['number'],
  );
}

/**
 * Whether a case may be shown to somebody at all: one that was never submitted is known to its applicant alone.
 *
 * @param right by what the caller acts for the applicant; null when by nothing
 */
export function isVisible(row: Pick<CaseRow, 'filedBy' | 'submittedAt'>, right: string | null): boolean {
  return row.filedBy === null || row.submittedAt !== null || right !== null;
}

/** The error for a number that does not exist, or that the caller may not see: the two look the same. */
export function unknownNumber(number: string) {
  return userError<CaseRightErrorCode>('UNKNOWN_NUMBER', `${number} does not exist, or you may not see it.`, [
    'number',
  ]);
}

function forbidden(message: string): PublicError {
  return new PublicError('FORBIDDEN', message);
}
