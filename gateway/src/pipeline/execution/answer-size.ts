import { PublicError } from '@yiwang/errors';

/** The most bytes that UTF-8 takes for one character of a string. */
const BYTES_PER_CHARACTER = 3;

/**
 * Returns the body when it is no longer than the limit.
 *
 * @throws PublicError ANSWER_TOO_LARGE
 */
export function withinAnswerLimit<Body extends string | Buffer>(body: Body, limitBytes: number): Body {
  if (typeof body === 'string' && body.length * BYTES_PER_CHARACTER <= limitBytes) return body;
  const bytes = Buffer.byteLength(body);
  if (bytes <= limitBytes) return body;
  throw new PublicError(
    'ANSWER_TOO_LARGE',
    `The answer has ${bytes} bytes; the limit is ${limitBytes}. Lower a first argument, select fewer fields, or split the operation. A mutation has already taken effect.`,
    { details: { bytes, limit: limitBytes } },
  );
}
