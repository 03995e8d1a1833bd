import { PublicError } from '@yiwang/errors';
import type { Caller } from '@yiwang/subgraph-kit';
import { NAME } from '../department.ts';

/** The client, and the person using it, as the gateway asserts. */
export type Principal = Pick<Caller, 'client' | 'user' | 'department' | 'scopes'>;

/** A principal that is a person. */
export interface Person extends Principal {
  user: string;
}

/** Registers legal representatives, and sees and ends every mandate; for clients of this department. */
const REGISTER_SCOPE = 'mandates:register';

/** Reads what persons may act for; for gateways. */
const RESOLVE_SCOPE = 'mandates:resolve';

/** @throws PublicError FORBIDDEN when an application acts for itself, or nobody has signed in */
export function requirePerson(caller: Principal): Person {
  const { user } = caller;
  if (user !== null)
    return { client: caller.client, user, department: caller.department, scopes: caller.scopes };
  throw new PublicError(
    'FORBIDDEN',
    'This is for persons: sign in as one. The token of an application that acts for itself names no person.',
  );
}

/** Whether the principal is an official of this department. */
export function isOfficial({ department, scopes }: Principal): boolean {
  return department === NAME && scopes.includes(REGISTER_SCOPE);
}

/** @throws PublicError FORBIDDEN when the principal is no official of this department */
export function requireOfficial(caller: Principal): Principal {
  if (isOfficial(caller)) return caller;
  throw new PublicError(
    'FORBIDDEN',
    `This is for clients of the department ${NAME} with the scope ${REGISTER_SCOPE}.`,
  );
}

/** @throws PublicError FORBIDDEN when the principal may not read what persons act for */
export function requireResolver({ scopes }: Principal): void {
  if (scopes.includes(RESOLVE_SCOPE)) return;
  throw new PublicError('FORBIDDEN', `This is for gateways: it needs the scope ${RESOLVE_SCOPE}.`);
}
