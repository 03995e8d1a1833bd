import { PublicError } from '@yiwang/errors';

/** Who asks, as a gateway vouches. */
export interface Caller {
  client: string;
  /** The person who is signed in; null when the client asks for itself. */
  user: string | null;
  /** The department that the client belongs to; null for any other. */
  department: string | null;
  scopes: readonly string[];
}

export type SharingScope = 'sharing:apply' | 'sharing:decide' | 'sharing:correct';

const NOBODY: Caller = { client: 'public', user: null, department: null, scopes: [] };

/** Of the context of a resolver. */
export function callerOf(context: { caller?: Caller }): Caller {
  return context.caller ?? NOBODY;
}

/**
 * Who asks, if it may.
 *
 * @param scopes one of them is enough
 * @throws PublicError UNAUTHENTICATED for whoever did not sign in, FORBIDDEN without such a scope
 */
export function requireScope(context: { caller?: Caller }, ...scopes: readonly SharingScope[]): Caller {
  const caller = callerOf(context);
  if (scopes.some((scope) => caller.scopes.includes(scope))) return caller;
  if (caller.client === NOBODY.client) {
    throw new PublicError(
      'UNAUTHENTICATED',
      `This needs a client that signs in with the scope ${list(scopes)}.`,
    );
  }
  throw new PublicError(
    'FORBIDDEN',
    `This needs the scope ${list(scopes)}; ${caller.client} has not got it.`,
  );
}

/** Something that a client brought before a department. */
export interface Matter {
  client: string;
  department: string;
}

export function isOwn({ client }: Caller, matter: Matter): boolean {
  return client === matter.client;
}

/** Whether the caller acts for the department that decides. */
export function decides({ department, scopes }: Caller, matter: Matter): boolean {
  return department === matter.department && scopes.includes('sharing:decide');
}

function list(scopes: readonly string[]): string {
  return scopes.join(' or ');
}
