import { createHash } from 'node:crypto';
import type { RequestContext } from '../context.ts';

/**
 * Who looks at a page, for its scripts: what a browser keeps for one person is not for the next.
 *
 * @returns a short hash of the person's id; `expired` for whoever was signed in until lately; `nobody`
 */
export function readerOf({ person, hasExpired }: Pick<RequestContext, 'person' | 'hasExpired'>): string {
  if (person) return createHash('sha256').update(person.id).digest('base64url').slice(0, 16);
  return hasExpired ? 'expired' : 'nobody';
}
