import { operationFromDocument } from '@apollo/federation-internals';
import type { FetchNode } from '@apollo/query-planner';
import { PublicError } from '@yiwang/errors';
import { getOperationAST, parse } from 'graphql';
import { restoreStandIns } from '../plan/restore-stand-ins.ts';
import type { LoadedSupergraph } from '../read-supergraph.ts';
import { planParts } from '../defer/plan-parts.ts';
import { separateKeys } from '../response-keys.ts';
import { settleConditions } from '../settle-conditions.ts';
import { settleContexts } from '../settle-contexts.ts';
import type { PlannedOperation } from './messages.ts';
import type { PlanQuestion } from './plan-question.ts';

/**
 * Plans one operation of a validated document.
 *
 * @throws PublicError when the departments cannot answer it together
 */
export function planOperation(
  { planner, apiSchema, plannedNames, standIns, facts: { possibleTypes } }: LoadedSupergraph,
  { query, operationName, overrides = [] }: PlanQuestion,
): PlannedOperation {
  const document = settleConditions(parse(query, { noLocation: true }));
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
    events: events && (restoreStandIns(events, standIns, possibleTypes) as FetchNode),
    plan: plan ? settleContexts(restoreStandIns(plan, standIns, possibleTypes), operation) : null,
    keys,
  };
}

/** What the planner says when it gives up; it throws plain errors. */
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
