import type { Outcome } from '../../pipeline/request/answer.ts';
import type { ParsedRequest } from '../../pipeline/request/request.ts';
import type { ExecutionCounts } from './execution-counts.ts';

/** Counts an operation that was executed; a subscription when it begins. */
export type CountUsage = (request: ParsedRequest, variant: string, outcome: Outcome | undefined) => void;

/**
 * Makes the stage that counts operations.
 *
 * @param counts null where nothing is counted
 */
export function createCountUsage(counts: ExecutionCounts | null): CountUsage {
  if (!counts) return () => {};
  return ({ client, headers, params }, variant, outcome) => {
    if (!outcome) return;
    counts.add({
      variant,
      client: client.id,
      headers,
      source: params.query,
      operationName: params.operationName,
      failed: outcome === 'WITH_ERRORS',
    });
  };
}
