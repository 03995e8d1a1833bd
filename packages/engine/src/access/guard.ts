import { type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, print } from 'graphql';
import type { PlanQuestion } from '../compiled/planner/plan-question.ts';
import type { Access } from './access.ts';
import { type SettledAccess, settleAccess } from './settle-access.ts';

/** What is known of an operation that meets rules when it is prepared. Null for one that meets none. */
export type Guard = { access: Access; settled: SettledAccess } | null;

/** @param refused coordinates of rules */
export function guardOf(
  access: Access | null,
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  refused: readonly string[] = [],
): Guard {
  if (!access) return null;
  const settled = settleAccess(access, schema, document, operation, new Set(refused));
  return settled.refused.size > 0 || settled.conditional.length > 0 ? { access, settled } : null;
}

/** The same question about what may be planned. */
export function questionFor(question: PlanQuestion, { planned }: SettledAccess): PlanQuestion {
  return { ...question, query: print(planned), refused: undefined };
}
