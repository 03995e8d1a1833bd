import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export const REQUEST_ID_HEADER = 'x-request-id';

/** What can stand in any log and header as it is. */
const PLAIN = /^[A-Za-z0-9._~:@/+=-]{1,128}$/;

/** The name that a proxy gave the request, when it is plain; else a new one. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers[REQUEST_ID_HEADER];
  return typeof given === 'string' && PLAIN.test(given) ? given : randomUUID();
}
