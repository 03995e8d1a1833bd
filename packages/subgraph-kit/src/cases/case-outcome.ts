import { PublicError } from '@yiwang/errors';
import { catchUserErrors, type Outcome } from '../commands/user-errors.ts';
import type { Caller } from '../trust/caller.ts';
import type { CaseRightErrorCode } from './case-rights.ts';

/** What is said to whoever has no right to a case. */
const WITHOUT_RIGHT: ReadonlySet<string> = new Set<CaseRightErrorCode>(['UNKNOWN_NUMBER', 'NO_MANDATE']);

/**
 * Runs a command on a case. While the gateway cannot find out for whom the caller acts, nobody is told that it has no right, or that there
 * is no such case: the two look the same then, too.
 *
 * @throws PublicError GRANTS_UNAVAILABLE; try again
 */
export async function caseOutcome<Result, Code extends string>(
  { areMandatesKnown }: Pick<Caller, 'areMandatesKnown'>,
  command: () => Promise<Result>,
): Promise<Outcome<Result, Code>> {
  const outcome = await catchUserErrors<Result, Code>(command);
  if (areMandatesKnown || !outcome.userErrors.some(({ code }) => WITHOUT_RIGHT.has(code))) return outcome;
  throw new PublicError(
    'GRANTS_UNAVAILABLE',
    'It cannot be found out at the moment for whom you act. Try again in a moment.',
  );
}
