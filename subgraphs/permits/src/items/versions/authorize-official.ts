import { PublicError } from '@yiwang/errors';
import type { Caller } from '@yiwang/subgraph-kit';
import { NAME } from '../../department.ts';

/** Who acts, as the gateway asserts. */
export type Principal = Pick<Caller, 'client' | 'user' | 'department' | 'scopes'>;

/** A person of this department. */
export interface Official {
  client: string;
  user: string;
}

export type ItemScope = 'items:edit' | 'items:publish';

/**
 * The official who acts. The kit has checked `@requiresScopes` already; commands do not rely on that alone.
 *
 * @throws PublicError FORBIDDEN for a client that lacks the scope or is of another department, and when no person is signed in
 */
export function requireOfficial({ client, user, department, scopes }: Principal, scope: ItemScope): Official {
  if (!scopes.includes(scope)) {
    throw new PublicError(
      'FORBIDDEN',
      `This needs the scope ${scope}, which the client ${client} does not have.`,
    );
  }
  if (department !== NAME) {
    throw new PublicError('FORBIDDEN', `Only officials of ${NAME} may do this.`);
  }
  if (user === null) {
    throw new PublicError('FORBIDDEN', 'A person must do this: sign in, so that the token names the person.');
  }
  return { client, user };
}

/** Whether the caller may see versions that are not published. */
export function seesDrafts({ department, scopes }: Pick<Principal, 'department' | 'scopes'>): boolean {
  return department === NAME && (scopes.includes('items:edit') || scopes.includes('items:publish'));
}
