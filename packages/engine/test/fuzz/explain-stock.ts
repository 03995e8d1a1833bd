import type { ExecutionResult, FormattedExecutionResult } from 'graphql';
import { differenceOf } from './compare.ts';
import type { Operation } from './make-operation.ts';

/** Why stock execution answers otherwise than the specification wants; null when it does not. */
export function explainStock(
  expected: ExecutionResult,
  received: FormattedExecutionResult,
  _operation: Operation,
): string | null {
  return differenceOf(expected, received) ? 'any' : null;
}
