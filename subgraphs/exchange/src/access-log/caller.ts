import { PublicError } from '@yiwang/errors';
import type { Caller } from '@yiwang/subgraph-kit';

/** Reads the log of all. */
const SCOPE = 'accesses:read';

type Asker = Pick<Caller, 'client' | 'user' | 'scopes' | 'seesSensitive'>;

const NOBODY: Asker = { client: 'public', user: null, scopes: [], seesSensitive: false };

/** Who asks, as a gateway vouches. */
function callerOf(context: object): Asker {
  return (context as { caller?: Asker }).caller ?? NOBODY;
}

/** @throws PublicError FORBIDDEN without the scope accesses:read */
export function requireAuditor(context: object): void {
  if (callerOf(context).scopes.includes(SCOPE)) return;
  throw new PublicError('FORBIDDEN', `Reading access logs needs the scope ${SCOPE}.`);
}

/** @throws PublicError FORBIDDEN without the scope sensitive:read */
export function requireNames(context: object): void {
  if (callerOf(context).seesSensitive) return;
  throw new PublicError('FORBIDDEN', 'The text of a record names people: it needs the scope sensitive:read.');
}

/** @throws PublicError FORBIDDEN for all but auditors and whoever acts for the enterprise */
export function requireEnterprise(context: object, uscc: string): void {
  const { user, scopes } = callerOf(context);
  if (user === uscc || scopes.includes(SCOPE)) return;
  throw new PublicError(
    'FORBIDDEN',
    `Who has read data of ${uscc} is shown to the enterprise itself, and to those with the scope ${SCOPE}.`,
  );
}
