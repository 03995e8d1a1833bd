import type { IncomingHttpHeaders } from 'node:http';
import { PublicError } from '@yiwang/errors';

/** RFC 6750. */
const BEARER = /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i;

/**
 * The token of a request; null when it has none.
 *
 * @throws PublicError UNAUTHENTICATED when whoever asks wants to be known, but not by a token
 */
export function bearerTokenOf({ authorization }: IncomingHttpHeaders): string | null {
  if (authorization === undefined) return null;
  const token = BEARER.exec(authorization)?.[1];
  if (token !== undefined) return token;
  throw new PublicError('UNAUTHENTICATED', 'The header authorization must be: Bearer, a blank, a token.');
}
