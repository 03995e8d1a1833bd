import type { IncomingHttpHeaders } from 'node:http';
import { PublicError } from '@yiwang/errors';

/**
 * Refuses what a browser sends for a page of another origin, a sub-domain among them. Browsers set both headers, and pages cannot;
 * clients that are no browsers leave them out, and carry no cookie that somebody else could make them send.
 *
 * @param origin of the portal
 * @throws PublicError FORBIDDEN
 */
export function requireOwnPage(
  { origin: from, 'sec-fetch-site': site }: IncomingHttpHeaders,
  origin: string,
): void {
  if (isOwnPage({ origin: from, 'sec-fetch-site': site }, origin)) return;
  throw new PublicError('FORBIDDEN', 'Only pages of this portal may send this request.');
}

/** Whether a request comes from a page of the portal, or from no page. */
export function isOwnPage(
  { origin: from, 'sec-fetch-site': site }: IncomingHttpHeaders,
  origin: string,
): boolean {
  return (from === undefined || from === origin) && (site === undefined || site === 'same-origin');
}
