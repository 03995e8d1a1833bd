import type { IncomingHttpHeaders } from 'node:http';
import { PublicError } from '@yiwang/errors';
import type { AllowedOrigins } from './allowed-origins.ts';
import { prefersEvents } from '../content-negotiation/media-type.ts';

/** Headers that a browser sends to another host only when that host has allowed it. */
const PROOFS = [
  'apollo-require-preflight',
  'graphql-require-preflight',
  'x-apollo-operation-name',
  'tus-resumable',
];

/** Content types that a form or a script of any web page may send without a preflight. */
const SIMPLE_TYPES = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);

/** Detects cross-site requests. */
export interface CsrfPrevention {
  /**
   * Refuses what a browser sends for any web page without a preflight (cross-site request forgery): the page would not see the
   * answer, but queries load the departments.
   *
   * A browser's EventSource can send no header of its own, so its origin is checked instead.
   *
   * @throws PublicError PREFLIGHT_REQUIRED
   */
  preventCsrf(request: { method: string; headers: IncomingHttpHeaders }): void;
  /** Whether a request comes from a web page that is neither of this host nor of an allowed origin. */
  isForeign(headers: IncomingHttpHeaders): boolean;
}

/** @param allowed origins that may send requests, besides this host */
export function createCsrfPrevention(allowed: AllowedOrigins): CsrfPrevention {
  function isForeign({ origin, host }: IncomingHttpHeaders): boolean {
    if (origin === undefined || allowed.includes(origin)) return false;
    return !URL.canParse(origin) || new URL(origin).host !== host;
  }

  return {
    isForeign,
    preventCsrf({ method, headers }) {
      // Browsers send a preflight before any other method.
      if (method !== 'GET' && method !== 'POST') return;
      const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
      if (type && !SIMPLE_TYPES.has(type)) return;
      if (PROOFS.some((name) => headers[name])) return;
      if (prefersEvents(headers.accept) && !isForeign(headers) && isOfThisSite(headers, allowed)) return;
      throw new PublicError(
        'PREFLIGHT_REQUIRED',
        `Send one of the headers ${PROOFS.join(', ')}: without it, any web page could make a browser send this request.`,
      );
    },
  };
}

/** Browsers set the header and pages cannot change it; clients that are no browsers leave it out. */
function isOfThisSite(
  { 'sec-fetch-site': site, origin }: IncomingHttpHeaders,
  allowed: AllowedOrigins,
): boolean {
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  return origin !== undefined && allowed.includes(origin);
}
