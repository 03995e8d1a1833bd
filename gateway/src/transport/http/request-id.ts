import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { ResponseHeader } from '../../pipeline/request/response-headers.ts';

export const REQUEST_ID_HEADER = 'x-request-id' satisfies ResponseHeader;

/** Ids that any log or header may hold. */
const PLAIN = /^[A-Za-z0-9._~:@/+=-]{1,128}$/;

/** The form of a mail address, telephone number, ID number or USCC, which must not get into logs in the guise of an id. */
const PERSONAL = /@|^\+?\d{11,15}$|^\d{17}[\dX]$|^[0-9A-Z]{18}$/i;

/** Returns the id that a proxy gave the request, when it is plain; else a new one. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers[REQUEST_ID_HEADER];
  const isTaken = typeof given === 'string' && PLAIN.test(given) && !PERSONAL.test(given);
  return isTaken ? given : randomUUID();
}
