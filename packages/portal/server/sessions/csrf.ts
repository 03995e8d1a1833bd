import { randomBytes, timingSafeEqual } from 'node:crypto';
import { PublicError } from '@yiwang/errors';

const HEADER = 'x-csrf-token';
const FIELD = 'csrf';

export function createCsrfToken(): string {
  return randomBytes(24).toString('base64url');
}

/**
 * Refuses a form that does not send the token of its session, which only pages of that session hold.
 *
 * @param request with its body as bytes
 * @throws PublicError FORBIDDEN
 */
export async function requireCsrfToken(
  request: { headers: Readonly<Record<string, unknown>>; body: unknown },
  expected: string,
): Promise<void> {
  const given = request.headers[HEADER] ?? (await fieldOf(request.headers['content-type'], request.body));
  if (typeof given === 'string' && isSame(given, expected)) return;
  throw new PublicError('FORBIDDEN', 'The form is out of date. Load the page again and send it once more.');
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function fieldOf(type: unknown, body: unknown): Promise<unknown> {
  return (await readFormBody(type, body))?.get(FIELD);
}

/** The form that a body holds, as browsers send it; null when it holds none. */
export async function readFormBody(type: unknown, body: unknown): Promise<FormData | null> {
  if (typeof type !== 'string' || !Buffer.isBuffer(body)) return null;
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return null;
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  } catch {
    return null;
  }
}
