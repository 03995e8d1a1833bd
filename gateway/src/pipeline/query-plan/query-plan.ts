import type { IncomingHttpHeaders } from 'node:http';
import { PublicError } from '@yiwang/errors';
import type { Identified } from '../request/request.ts';

/** A client requests the query plan of an operation with `query-plan: report`. */
const HEADER = 'query-plan';

/** The scope with which any client may see query plans. */
const EXPLAIN_SCOPE = 'graph:explain';

/** Whether a request asks for the query plan beside its answer. */
export function asksForQueryPlan(headers: IncomingHttpHeaders): boolean {
  return headers[HEADER] === 'report';
}

/**
 * Makes the stage that refuses query plans to clients that may not see them. It comes before anything is known of the operation, so
 * that a refusal says nothing about it.
 *
 * @param isDeveloper returns whether the developer of this machine sent a request; null where nobody is one
 */
export function createAuthorizeQueryPlan(isDeveloper: ((headers: IncomingHttpHeaders) => boolean) | null) {
  return function authorizeQueryPlan({ headers, client }: Pick<Identified, 'headers' | 'client'>): void {
    if (!asksForQueryPlan(headers)) return;
    if (client.scopes.includes(EXPLAIN_SCOPE) || isDeveloper?.(headers)) return;
    throw new PublicError(
      'QUERY_PLAN_REFUSED',
      `Your client may not see query plans. Ask the operator for the scope ${EXPLAIN_SCOPE}, or leave out the header ${HEADER}.`,
    );
  };
}
