import { PublicError } from '@yiwang/errors';
import type { Caller as VouchedCaller } from '@yiwang/subgraph-kit';

/** Who asks, as a gateway vouches. */
export type Caller = Pick<VouchedCaller, 'client' | 'user' | 'department' | 'scopes'>;

export type SharingScope = 'sharing:apply' | 'sharing:decide' | 'sharing:correct';

/**
 * Who asks, if it may. The kit has refused whoever may not, by `@requiresScopes`; nothing is done on its word alone.
 *
 * @param scopes one of them is enough
 * @throws PublicError FORBIDDEN without such a scope
 */
export function requireScope({ caller }: { caller: Caller }, ...scopes: readonly SharingScope[]): Caller {
  if (scopes.some((scope) => caller.scopes.includes(scope))) return caller;
  const wanted = scopes.join(' or ');
  throw new PublicError('FORBIDDEN', `This needs the scope ${wanted}; ${caller.client} has not got it.`);
}

/** @throws PublicError FORBIDDEN for whoever comes through a gateway */
export function requireDirect({ caller }: { caller: Pick<VouchedCaller, 'requestId'> }): void {
  if (caller.requestId === '') return;
  throw new PublicError('FORBIDDEN', 'Gateways ask this of the registry itself; through one nobody does.');
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
