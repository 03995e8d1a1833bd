import type { GraphQLSchema } from 'graphql';
import type { Caller, Refusal } from '../caller.ts';
import type { Access } from './access.ts';
import { createFindRules } from './find-rules.ts';
import type { Refusals } from './refusal-errors.ts';

/** The refusals of an operation to a caller, sorted by coordinate; undefined when nothing is refused. */
export type Judge = (
  query: string,
  operationName: string | undefined,
  caller: Caller,
) => Refusals | undefined;

export function createJudge(access: Access, schema: GraphQLSchema): Judge {
  const findRules = createFindRules(access, schema);
  return (query, operationName, caller) => {
    const rules = findRules(query, operationName);
    if (!rules) return undefined;
    let refusals: Map<string, Refusal> | undefined;
    for (const rule of rules) {
      const refusal = caller.judge(rule);
      if (!refusal) continue;
      refusals ??= new Map();
      refusals.set(rule.coordinate, refusal);
    }
    return refusals;
  };
}
