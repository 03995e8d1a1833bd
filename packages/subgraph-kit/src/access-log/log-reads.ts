import type { AccessSubject } from '@yiwang/access-log';
import type { ExecutionResult } from 'graphql';
import type { VerifiedAssertion } from '@yiwang/identity';
import type { Admitted } from '../trust/admission.ts';
import { entryOf, outcomeOf } from './entry-of.ts';
import type { ServedLog } from './served-log.ts';

/** An operation that reads conditional data. */
interface LoggedOperation {
  assertion: VerifiedAssertion | null;
  admitted: Admitted;
  subjects: readonly AccessSubject[];
}

/**
 * Executes an operation that reads conditional data, and logs it before it is answered.
 *
 * @throws PublicError ACCESS_LOG_UNAVAILABLE
 */
export async function executeLogged(
  log: ServedLog,
  { assertion, admitted, subjects }: LoggedOperation & { assertion: VerifiedAssertion },
  execute: () => Promise<ExecutionResult> | ExecutionResult,
): Promise<ExecutionResult> {
  if (log.denial) throw log.denial;
  let result: ExecutionResult;
  try {
    result = await execute();
  } catch (error) {
    await log.append(entryOf(assertion, admitted.conditional, subjects, 'FAILED'));
    throw error;
  }
  await log.append(entryOf(assertion, admitted.conditional, subjects, outcomeOf(result)));
  return result;
}

/** Creates the logger of a subscription, which logs its start and each event, under the id of its assertion with a number. */
export function logEvents(log: ServedLog | null, { assertion, admitted, subjects }: LoggedOperation) {
  if (!log || !assertion || admitted.conditional.size === 0) return async () => {};
  let count = 0;
  return async function logEvent(result: ExecutionResult | null): Promise<void> {
    const id = count++ === 0 ? assertion.id : `${assertion.id}#${count - 1}`;
    const outcome = result ? outcomeOf(result) : 'COMPLETE';
    await log.append(entryOf({ ...assertion, id }, admitted.conditional, subjects, outcome));
  };
}
