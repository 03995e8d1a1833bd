import type { Operation } from '@apollo/federation-internals';
import type { QueryPlan, QueryPlanner } from '@apollo/query-planner';
import { usesContexts } from '../plan/order-contexts.ts';

type PlanOptions = Parameters<QueryPlanner['buildQueryPlan']>[1];

/** How the planner names the part that it could not plan: some with `@requires` beneath, where it loses their part. */
const NAMED_PART = /deferRef "(\d+)"/;

/**
 * Plans an operation; where the planner fails over a deferred part, that part is planned with what is around it, so
 * that it is sent later than the answer all the same, but costs its time. Where it does not say which, all are.
 */
export function planParts(planner: QueryPlanner, operation: Operation, options: PlanOptions): QueryPlan {
  try {
    const plan = planner.buildQueryPlan(operation, options);
    // Which fetch knows a context's value is told for plans in one piece only.
    if (plan.node?.kind !== 'Defer' || !usesContexts(plan.node)) return plan;
    return planner.buildQueryPlan(operation.expandAllFragments().withoutDefer(), options);
  } catch (error) {
    if (!operation.selectionSet.hasDefer()) throw error;
    const number = NAMED_PART.exec((error as Error).message)?.[1];
    const spread = operation.expandAllFragments();
    const fewer = spread.withoutDefer(new Set([number ?? '']));
    return planParts(planner, fewer === spread ? spread.withoutDefer() : fewer, options);
  }
}
