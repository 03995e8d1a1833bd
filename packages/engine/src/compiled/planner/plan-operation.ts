import { operationFromDocument } from '@apollo/federation-internals';
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
  if (node?.kind === 'Subscription') throw new Error('A subscription cannot run as a query.');
  const operation = getOperationAST(document, operationName)!;
  return { plan: node ? settleContexts(restoreStandIns(node, standIns), operation) : null, keys };
}
