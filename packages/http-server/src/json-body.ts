import { PublicError } from '@yiwang/errors';

/** Deeper JSON would overflow the stack of code that walks it; no value of ours nests beyond ten. */
export const MAX_JSON_DEPTH = 200;

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

/** Level by level instead of by recursion, which is what it guards against. */
function nestsDeeperThan(limit: number, value: unknown): boolean {
  let level = [value].filter(isContainer);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === limit) return true;
    level = level.flatMap((container) => Object.values(container).filter(isContainer));
  }
  return false;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
