import { PublicError } from '@yiwang/errors';
import { MAX_JSON_DEPTH, nestsDeeperThan } from './json-depth.ts';

// fatal: a byte that is not UTF-8 is refused, not replaced: a replaced character would be another value.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * The JSON value in a body.
 *
 * @throws PublicError BAD_REQUEST when the bytes are not UTF-8, are empty, are not JSON, or nest too deep
 */
export function readJsonBody(body: Buffer): unknown {
  if (body.length === 0) throw new PublicError('BAD_REQUEST', 'The request body is empty.');
  let text: string;
  try {
    text = decoder.decode(body);
  } catch (cause) {
    throw new PublicError('BAD_REQUEST', 'The request body is not valid UTF-8.', { cause });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new PublicError('BAD_REQUEST', `The request body is not JSON: ${(cause as Error).message}`, {
      cause,
    });
  }
  if (nestsDeeperThan(MAX_JSON_DEPTH, value)) {
    throw new PublicError('BAD_REQUEST', `The request body nests deeper than ${MAX_JSON_DEPTH} levels.`);
  }
  return value;
}
