import type { PlanNode } from '@apollo/query-planner';
import { PublicError } from '@yiwang/errors';
import type { OperationDefinitionNode } from 'graphql';
import { contextVariables, missingContext, orderContexts, usesContexts } from './plan/order-contexts.ts';

/**
 * A plan whose contexts are known when they are needed. A plan without contexts is returned as it is.
 *
 * @throws PublicError when a context's value would not be there, or its variable and one of the client's have one name:
 * a department must not take a missing or a wrong value for the context's
 */
export function settleContexts(plan: PlanNode, operation: OperationDefinitionNode): PlanNode {
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
