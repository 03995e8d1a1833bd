import type { IncomingHttpHeaders } from 'node:http';
import { PublicError } from '@yiwang/errors';
import { prefersEvents } from './media-type.ts';

/** A browser sends them to another host only when that host has allowed it. */
const PROOFS = ['apollo-require-preflight', 'graphql-require-preflight', 'x-apollo-operation-name'];

/** What a form or a script of any web page may send without asking. */
const SIMPLE_TYPES = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);

/** Tells requests that browsers send for web pages of others. */
export interface CrossSite {
  /**
   * Refuses what a browser sends for any web page without asking whether this host wants that (cross-site request
   * forgery): the page would not see the answer, but queries load the departments.
   *
   * A browser's EventSource can send no header of its own, so where it comes from is looked at.
   *
   * @throws PublicError PREFLIGHT_REQUIRED
   */
  checkRequest(method: string, headers: IncomingHttpHeaders): void;
  /** True when a web page asks that is neither of this host nor of an origin that may. */
  isForeign(headers: IncomingHttpHeaders): boolean;
}

/** @param origins that may ask, besides this host; `*` for all */
export function createCrossSite(origins: readonly string[]): CrossSite {
  const allowed = new Set(origins);

  function isForeign({ origin, host }: IncomingHttpHeaders): boolean {
    if (origin === undefined || allowed.has('*') || allowed.has(origin)) return false;
    return !URL.canParse(origin) || new URL(origin).host !== host;
  }

  return {
    isForeign,
    checkRequest(method, headers) {
      // Browsers ask before any other method.
      if (method !== 'GET' && method !== 'POST') return;
      const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
      if (type && !SIMPLE_TYPES.has(type)) return;
      if (PROOFS.some((name) => headers[name])) return;
      if (prefersEvents(headers.accept) && !isForeign(headers) && isOfThisSite(headers, allowed)) return;
      throw new PublicError(
        'PREFLIGHT_REQUIRED',
        `Send one of the headers ${PROOFS.join(', ')}, so that web pages of others cannot make browsers ask.`,
      );
    },
  };
}

/** Browsers tell, and pages cannot change it; whatever is no browser says nothing. */
function isOfThisSite(
  { 'sec-fetch-site': site, origin }: IncomingHttpHeaders,
  allowed: ReadonlySet<string>,
): boolean {
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  return origin !== undefined && (allowed.has('*') || allowed.has(origin));
}
