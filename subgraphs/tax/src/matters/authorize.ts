import { PublicError } from '@yiwang/errors';
import type { Caller } from '@yiwang/subgraph-kit';

/** The client, and the person using it, as the gateway asserts. */
export type Principal = Pick<Caller, 'client' | 'user' | 'scopes'>;

const MATTERS_SCOPE = 'matters:run';

/** @throws PublicError FORBIDDEN when the principal may not run steps of matters */
export function requireMatters(caller: Principal): Principal {
  if (caller.scopes.includes(MATTERS_SCOPE)) return caller;
  throw new PublicError(
    'FORBIDDEN',
    `This is for applications that run steps of matters: it needs the scope ${MATTERS_SCOPE}.`,
  );
}
