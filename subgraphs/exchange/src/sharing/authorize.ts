import { PublicError } from '@yiwang/errors';
import type { Caller } from '@yiwang/subgraph-kit';
import type { CorrectionRow, GrantRow, SharingApplicationRow } from '../tables/sharing-tables.ts';

/** The client, or the person using it, as the gateway asserts. */
export type Principal = Pick<Caller, 'client' | 'user' | 'department' | 'scopes'>;

type SharingScope = 'sharing:apply' | 'sharing:decide' | 'sharing:correct';

/** What a client has brought before a department: an application, a grant or a correction. */
type Matter = Pick<GrantRow, 'client' | 'department'>;

/**
 * The caller, if it has one of the scopes. The kit has checked `@requiresScopes` already; commands do not rely on that alone.
 *
 * @throws PublicError FORBIDDEN when it has none of them
 */
export function requireScope(
  { caller }: { caller: Principal },
  ...scopes: readonly SharingScope[]
): Principal {
  if (scopes.some((scope) => caller.scopes.includes(scope))) return caller;
  throw new PublicError(
    'FORBIDDEN',
    `This needs the scope ${scopes.join(' or ')}, which the client ${caller.client} does not have.`,
  );
}

/** @throws PublicError FORBIDDEN when the request came through a gateway */
export function requireDirect({ caller }: { caller: Pick<Caller, 'requestId'> }): void {
  if (caller.requestId === '') return;
  throw new PublicError(
    'FORBIDDEN',
    'This field is not available through a gateway: gateways send it to the registry directly.',
  );
}

/** @throws PublicError FORBIDDEN when the principal is not on that side of the matter */
export function requireSide(side: 'CLIENT' | 'DEPARTMENT', principal: Principal, matter: Matter): void {
  if (side === 'CLIENT' && !isApplicant(principal, matter)) {
    throw new PublicError('FORBIDDEN', `Only the client ${matter.client} itself may do this.`);
  }
  if (side === 'DEPARTMENT' && !isDecider(principal, matter)) {
    throw new PublicError('FORBIDDEN', `Only ${matter.department} may decide this.`);
  }
}

/** The client sees its own applications, the department those that were submitted. */
export function maySeeApplication(
  principal: Principal,
  row: Pick<SharingApplicationRow, 'client' | 'department' | 'submittedAt'>,
): boolean {
  return isApplicant(principal, row) || (row.submittedAt !== null && isDecider(principal, row));
}

export function maySeeGrant(principal: Principal, row: Pick<GrantRow, 'client' | 'department'>): boolean {
  return isApplicant(principal, row) || isDecider(principal, row);
}

export function maySeeCorrection(
  principal: Principal,
  row: Pick<CorrectionRow, 'client' | 'department'>,
): boolean {
  return isApplicant(principal, row) || isDecider(principal, row);
}

function isApplicant({ client }: Principal, matter: Matter): boolean {
  return client === matter.client;
}

/** Whether the principal acts for the department that decides. */
function isDecider({ department, scopes }: Principal, matter: Matter): boolean {
  return department === matter.department && scopes.includes('sharing:decide');
}
