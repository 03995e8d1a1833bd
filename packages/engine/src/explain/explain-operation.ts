import { type DocumentNode, getOperationAST, type OperationDefinitionNode, parse } from 'graphql';
import type { Denials } from '../authorization/denial-errors.ts';
import type { Guard } from '../authorization/filter-unauthorized-fields.ts';
import type { Requester } from '../core/caller.ts';
import { Cancellation } from '../core/cancellation.ts';
import type { ExplainedAnswer, Graph, TextRequest } from '../core/graph.ts';
import type { PlanRequest } from '../core/plan-request.ts';
import type { PlanTools } from '../execution/compile-plan.ts';
import { innerKeyIn } from '../planning/alias-conflicts.ts';
import type { Planned } from '../planning/planner.ts';
import type { OperationCache } from '../prepared-operation/operation-cache.ts';
import { prepareOperation } from '../prepared-operation/prepare-operation.ts';
import { buildShape } from '../response-shape/build-shape.ts';
import { fragmentsOf } from '../response-shape/collect-fields.ts';
import { describePlan } from './describe-plan.ts';
import { createTrace, type TraceTools } from './trace.ts';

interface ExplainTools extends TraceTools {
  schema: Graph['schema'];
  operations: OperationCache;
  tools: PlanTools;
  /** Plans what the caller may read of a valid operation. */
  planAllowed(
    planRequest: PlanRequest,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    requesters: readonly Requester[],
  ): Promise<{ planned: Planned; guard: Guard }>;
}

/** See {@link Graph.explain}; the request is authorized, and defers nothing. */
export type Explain = (
  request: TextRequest,
  planRequest: PlanRequest,
  denials: Denials | undefined,
) => Promise<ExplainedAnswer | null>;

/**
 * Makes the function that explains operations of one graph. It plans and compiles each operation again, with fetches that are
 * recorded, so that the compiled operations of everybody else hold nothing for it.
 */
export function createExplain({
  schema,
  operations,
  tools,
  planAllowed,
  ...traceTools
}: ExplainTools): Explain {
  return async ({ variables = {}, signal, caller, requester, isSafe }, planRequest, denials) => {
    // Finds out whether the operation is valid and can be planned, as for any other request.
    const cached = await operations.find(planRequest, requester);
    if (!cached || cached.isSubscription || (isSafe && !cached.isQuery)) return null;
    const conditions = cached.coerce(variables);
    if (!conditions) return null;

    const { query, operationName, overrides, denied, given } = planRequest;
    const document = parse(query);
    const operation = getOperationAST(document, operationName)!;
    const trace = createTrace(traceTools);
    const requestedAt = performance.now();
    const { planned, guard } = await planAllowed(
      { query, operationName, overrides, denied, given },
      document,
      operation,
      requester ? [requester] : [],
    );
    const planningMs = performance.now() - requestedAt;
    const asked = { document, operation, ...guard?.filtered };
    const prepared = prepareOperation(
      schema,
      asked.document,
      asked.operation,
      planned,
      { ...tools, trace: trace.hook },
      undefined,
      guard,
    );
    const startedAt = performance.now();
    const answer = await prepared.run({
      variables,
      conditions,
      // A mutation runs to its end.
      cancellation: cached.isQuery ? Cancellation.of(signal) : undefined,
      caller,
      denials,
    });
    const endedAt = performance.now();
    const innerKey = innerKeyIn(planned.planned.keys);
    const shape = buildShape(schema, asked.operation, fragmentsOf(asked.document), innerKey, guard?.filtered);
    const { unshared } = traceTools;
    const { errors } = answer;
    const run = { schema, shape, unshared, errors, denials, planningMs, startedAt, endedAt };
    return { answer, queryPlan: describePlan(trace, run) };
  };
}
