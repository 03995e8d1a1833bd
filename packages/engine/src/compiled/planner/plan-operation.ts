import { operationFromDocument } from '@apollo/federation-internals';
import type { FetchNode } from '@apollo/query-planner';
import { getOperationAST, parse } from 'graphql';
import { restoreStandIns } from '../plan/restore-stand-ins.ts';
import type { LoadedSupergraph } from '../read-supergraph.ts';
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
  { planner, apiSchema, plannedNames, standIns }: LoadedSupergraph,
  { query, operationName, overrides = [] }: PlanQuestion,
): PlannedOperation {
  const document = settleConditions(parse(query, { noLocation: true }));
  const { document: separated, keys } = separateKeys(document, plannedNames);
  const { node } = planner.buildQueryPlan(
    operationFromDocument(apiSchema, separated, { operationName, validate: false }),
    { overrideConditions: new Map(overrides.map((label) => [label, true])) },
  );
  const events = node?.kind === 'Subscription' ? node.primary : null;
  const plan = node?.kind === 'Subscription' ? node.rest : node;
  const operation = getOperationAST(document, operationName)!;
  return {
    // A fetch without references is never split.
    events: events && (restoreStandIns(events, standIns) as FetchNode),
    plan: plan ? settleContexts(restoreStandIns(plan, standIns), operation) : null,
    keys,
  };
}
