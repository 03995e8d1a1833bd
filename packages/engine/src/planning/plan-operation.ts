import { operationFromDocument, type Operation } from '@apollo/federation-internals';
import type { FetchNode, QueryPlan, QueryPlanner } from '@apollo/query-planner';
import { PublicError } from '@yiwang/errors';
import { getOperationAST, parse } from 'graphql';
import { restorePlaceholders } from './restore-placeholders.ts';
import type { LoadedSupergraph } from './read-supergraph.ts';
import { separateKeys } from './alias-conflicts.ts';
import { normalizeConditions } from './normalize-conditions.ts';
import { normalizeContexts } from './normalize-contexts.ts';
import type { PlannedOperation } from './planner-thread.ts';
import type { PlanRequest } from '../core/plan-request.ts';
import { usesContexts } from './order-contexts.ts';

/**
 * Plans one operation of a validated document.
 *
 * @throws PublicError when the subgraphs together cannot answer it
 */
export function planOperation(
  { planner, apiSchema, plannedNames, placeholders, facts: { possibleTypes } }: LoadedSupergraph,
  { query, operationName, overrides = [] }: PlanRequest,
): PlannedOperation {
  const document = normalizeConditions(parse(query, { noLocation: true }));
  const { document: separated, keys } = separateKeys(document, plannedNames);
  const { node } = withinLimits(() =>
    planParts(planner, operationFromDocument(apiSchema, separated, { operationName, validate: false }), {
      overrideConditions: new Map(overrides.map((label) => [label, true])),
    }),
  );
  const events = node?.kind === 'Subscription' ? node.primary : null;
  const plan = node?.kind === 'Subscription' ? node.rest : node;
  const operation = getOperationAST(document, operationName)!;
  return {
    // A fetch without references is never split.
    events: events && (restorePlaceholders(events, placeholders, possibleTypes) as FetchNode),
    plan: plan ? normalizeContexts(restorePlaceholders(plan, placeholders, possibleTypes), operation) : null,
    keys,
  };
}

/** The messages of the plain errors that the planner throws when it gives up. */
const GIVES_UP = /^(Too many options generated|Number of non-local selections exceeds)/;

function withinLimits<Plan>(plan: () => Plan): Plan {
  try {
    return plan();
  } catch (cause) {
    if (!GIVES_UP.test((cause as Error).message)) throw cause;
    throw new PublicError(
      'PLANNING_TOO_COSTLY',
      'There are too many ways to ask the departments for this operation. Ask for less at once, or split it.',
      { cause },
    );
  }
}

type PlanOptions = Parameters<QueryPlanner['buildQueryPlan']>[1];

/** Matches the deferred part that the planner failed on. It loses some parts with `@requires` beneath them. */
const NAMED_PART = /deferRef "(\d+)"/;

/**
 * Plans an operation. Where the planner fails on a deferred part, the part is planned with what is around it: it is
 * still sent later than the answer, but the answer waits for its fetches. When the planner does not name the part,
 * this is done to all parts.
 */
function planParts(planner: QueryPlanner, operation: Operation, options: PlanOptions): QueryPlan {
  try {
    const plan = planner.buildQueryPlan(operation, options);
    // The planner records which fetch provides the value of a context only for plans without deferred parts.
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
