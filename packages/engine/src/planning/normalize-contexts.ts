import type { PlanNode } from '@apollo/query-planner';
import { PublicError } from '@yiwang/errors';
import type { OperationDefinitionNode } from 'graphql';
import { contextVariables, missingContext, orderContexts, usesContexts } from './order-contexts.ts';

/**
 * Reorders a plan so that the values of contexts are fetched before they are needed. A plan without contexts is
 * returned unchanged.
 *
 * @throws PublicError when the value of a context would be missing, or its variable has the name of a client's
 *   variable: a subgraph must not mistake a missing or wrong value for that of the context
 */
export function normalizeContexts(plan: PlanNode, operation: OperationDefinitionNode): PlanNode {
  if (!usesContexts(plan)) return plan;
  const own = contextVariables(plan);
  const clash = operation.variableDefinitions?.find(({ variable }) => own.has(variable.name.value));
  if (clash) {
    throw new PublicError(
      'NOT_ANSWERABLE',
      `The variable $${clash.variable.name.value} has a name that the plan needs for itself. Give it another.`,
    );
  }
  const ordered = orderContexts(plan);
  const missing = missingContext(ordered);
  if (missing === null) return ordered;
  throw new PublicError(
    'NOT_ANSWERABLE',
    `The departments cannot answer a field that takes an argument from ${missing}, which would be known too late.`,
  );
}
