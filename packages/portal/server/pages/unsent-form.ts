import type { FastifyRequest } from 'fastify';
import type { UnsentForm } from '../../app/context.ts';
import { readFormBody } from '../sessions/csrf.ts';

/** Asked for by the script of a page, which keeps what was typed by itself. */
const IS_DATA = /\.data(\?|$)/;

/**
 * Reads the form of a request that was not taken, so that a page can hold it until it is sent again.
 *
 * @param request with its body as bytes
 * @returns null when a page cannot hold it: it is no form, it has files, or a browser does not say that it comes from a page of ours
 */
export async function readUnsent(
  request: FastifyRequest,
  reason: UnsentForm['reason'],
): Promise<UnsentForm | null> {
  const { headers, body, method, url } = request;
  // Who only leaves headers out must not get a page with a token around fields of their own.
  const isFromPage = headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
  if (method !== 'POST' || !isFromPage || IS_DATA.test(url)) return null;
  const form = await readFormBody(headers['content-type'], body);
  if (!form) return null;
  const fields: { name: string; value: string }[] = [];
  for (const [name, value] of form) {
    if (typeof value !== 'string') return null;
    if (name !== 'csrf') fields.push({ name, value });
  }
  return { reason, to: url, fields };
}

/** Path of the page that holds a form, in the language of the page from which it was sent. */
export function sendAgainPath(url: string): string {
  return `${/^\/en(\/|\?|$)/.test(url) ? '/en' : '/zh'}/send-again`;
}
