import { PublicError } from '@yiwang/errors';
import type { OperationContent } from '@yiwang/identity';

const MOST_OPERATIONS = 5000;
const MOST_COORDINATES = 10_000;
const MOST_CHARACTERS = 500;
/** A gateway's clock may be ahead. */
const CLOCK_SKEW_MS = 600_000;

/**
 * Checks a gateway's report before any of it is kept.
 *
 * @throws PublicError INVALID_ARGUMENT naming the first operation that is wrong
 */
export function checkReport(operations: readonly OperationContent[]): void {
  if (operations.length > MOST_OPERATIONS) {
    throw new PublicError('INVALID_ARGUMENT', `A report has at most ${MOST_OPERATIONS} operations.`);
  }
  for (const [i, operation] of operations.entries()) {
    const fault = faultOf(operation);
    if (fault) throw new PublicError('INVALID_ARGUMENT', `operations[${i}]: ${fault}`);
  }
}

function faultOf(operation: OperationContent): string | null {
  const { variant, client, clientVersion, name, digest, coordinates, count, errors, from, until } = operation;
  const texts = [variant, digest, client ?? '', clientVersion ?? '', name ?? '', ...coordinates];
  if (coordinates.length > MOST_COORDINATES) return `there are at most ${MOST_COORDINATES} coordinates.`;
  if (texts.some((text) => text.length > MOST_CHARACTERS || text.includes('\0'))) {
    return `a text has at most ${MOST_CHARACTERS} characters, U+0000 not among them.`;
  }
  if (variant === '' || digest === '') return 'variant and digest are not empty.';
  if (count < 0 || errors < 0 || errors > count) return 'errors is between 0 and count.';
  if (Date.parse(from) > Date.parse(until)) return 'from is not after until.';
  if (Date.parse(until) > Date.now() + CLOCK_SKEW_MS) return 'until is not in the future.';
  return null;
}
