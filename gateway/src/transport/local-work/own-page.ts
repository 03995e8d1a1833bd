import type { IncomingHttpHeaders } from 'node:http';
import { isLoopback } from '@yiwang/service/settings';

/**
 * Whether a request names this machine, and comes from a page of this gateway or from no page at all. No page of another site is one:
 * neither in the developer's browser, nor by a name that points to this machine (DNS rebinding). Only meaningful for a gateway that
 * listens on loopback.
 */
export function isOwnPage(headers: IncomingHttpHeaders): boolean {
  const { host = '', origin, 'sec-fetch-site': site } = headers;
  const hostname = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
  const isOwn = origin === undefined || origin === `http://${host}`;
  const isSameSite = site === undefined || site === 'same-origin' || site === 'none';
  return isLoopback(hostname) && isOwn && isSameSite;
}
