import type { Caller } from '../trust/caller.ts';

/** Who acts: the person, or the application that acts for itself. */
export function holderOf({ client, user }: Pick<Caller, 'client' | 'user'>): string {
  return user === null ? `client:${client}` : `user:${user}`;
}
