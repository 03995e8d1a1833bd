import type { IncomingHttpHeaders } from 'node:http';

/** What a department learns of a request; the rest, such as the token, stays here. */
const TO_DEPARTMENT = ['content-type', 'content-length', 'tus-resumable', 'upload-offset', 'range'] as const;

/** What a client learns of an answer. What belongs to the connection between gateway and department is not among it. */
const TO_CLIENT = [
  'accept-ranges',
  'content-disposition',
  'content-length',
  'content-range',
  'content-type',
  'etag',
  'retry-after',
  'tus-resumable',
  'upload-expires',
  'upload-length',
  'upload-offset',
] as const;

/**
 * Set whatever the department says: a file of anyone is answered at the address of the gateway, where no browser may run it or show it as
 * a page.
 */
const SAFE = {
  'cache-control': 'private, no-store',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
};

/** Returns the headers of a request that a department gets. */
export function headersToDepartment(headers: IncomingHttpHeaders): Record<string, string> {
  return picked(headers, TO_DEPARTMENT);
}

/** Returns the headers of an answer that a client gets. Only what is open may be kept by whoever is between. */
export function headersToClient(
  headers: IncomingHttpHeaders,
  isFile: boolean,
  isOpen: boolean,
): Record<string, string> {
  const given = picked(headers, TO_CLIENT);
  const { 'content-disposition': disposition } = given;
  const isAttachment = disposition !== undefined && /^attachment(?:;|$)/i.test(disposition);
  const cached = headers['cache-control'];
  const isKept = isOpen && isFile && cached?.startsWith('public, ');
  return {
    ...given,
    ...SAFE,
    ...(isKept && { 'cache-control': cached }),
    ...(isFile && !isAttachment && { 'content-disposition': 'attachment' }),
  };
}

function picked(headers: IncomingHttpHeaders, names: readonly string[]): Record<string, string> {
  const given = names.flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return Object.fromEntries(given);
}
