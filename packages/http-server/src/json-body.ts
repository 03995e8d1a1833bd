import { PublicError } from '@yiwang/errors';

// fatal: a byte that is not UTF-8 is refused, not replaced: a replaced character would be another value.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * The JSON value in a body.
 *
 * @throws PublicError BAD_REQUEST when the bytes are not UTF-8, are empty, or are not JSON
 */
export function readJsonBody(body: Buffer): unknown {
  if (body.length === 0) throw new PublicError('BAD_REQUEST', 'The request body is empty.');
  let text: string;
  try {
    text = decoder.decode(body);
  } catch (cause) {
    throw new PublicError('BAD_REQUEST', 'The request body is not valid UTF-8.', { cause });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new PublicError('BAD_REQUEST', `The request body is not JSON: ${(cause as Error).message}`, { cause });
  }
}
