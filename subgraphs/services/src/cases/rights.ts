import type { Caller } from '@yiwang/subgraph-kit';
import { PublicError } from '@yiwang/errors';
import { NAME } from '../department.ts';
import type { MatterCaseRow } from '../tables.ts';

/** Scope of the operators who look after applications that are stuck. */
export const OPERATE_SCOPE = 'matters:operate';

export type Principal = Pick<Caller, 'client' | 'user' | 'department' | 'scopes' | 'mandateFor'>;

/** By what the caller acts for the applicant: `mandate:…`, or `self`. Null when by nothing. */
export function actsFor(
  caller: Pick<Principal, 'user' | 'mandateFor'>,
  { applicantUser, applicantUscc, matter }: Pick<MatterCaseRow, 'applicantUser' | 'applicantUscc' | 'matter'>,
): string | null {
  if (applicantUser !== null) return applicantUser === caller.user ? 'self' : null;
  return applicantUscc === null ? null : caller.mandateFor(applicantUscc, matter);
}

/** Whether the caller is an operator of this department. */
export function isOperator({ department, scopes }: Pick<Principal, 'department' | 'scopes'>): boolean {
  return department === NAME && scopes.includes(OPERATE_SCOPE);
}

/** A draft is seen by its applicant alone; what was submitted also by operators, and by clients with a grant. */
export function isVisible(caller: Pick<Principal, 'user' | 'mandateFor'>, row: MatterCaseRow): boolean {
  return row.submittedAt !== null || actsFor(caller, row) !== null;
}

/** @throws PublicError FORBIDDEN */
export function requireOperator(caller: Principal): { user: string } {
  const { user } = caller;
  if (user !== null && isOperator(caller)) return { user };
  throw new PublicError(
    'FORBIDDEN',
    `Only operators of ${NAME} who are signed in may do this (scope ${OPERATE_SCOPE}).`,
  );
}
