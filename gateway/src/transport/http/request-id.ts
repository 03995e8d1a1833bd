import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { ResponseHeader } from '../../pipeline/request/response-headers.ts';

export const REQUEST_ID_HEADER = 'x-request-id' satisfies ResponseHeader;

/** Ids that any log or header may hold. */
const PLAIN = /^[A-Za-z0-9._~:@/+=-]{1,128}$/;

/** Returns the id that a proxy gave the request, when it is plain; else a new one. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers[REQUEST_ID_HEADER];
  return typeof given === 'string' && PLAIN.test(given) ? given : randomUUID();
}
