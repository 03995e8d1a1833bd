import type { FetchNode } from '@apollo/query-planner';
import { Kind, type OperationDefinitionNode, parse, type SelectionSetNode, visit } from 'graphql';
import { both, type Condition, conditionOf } from '../core/condition.ts';

/**
 * Returns the variables that a fetch's fields use as arguments, without fields that are never selected: the
 * conditions of `a @include(if: $x) { b @skip(if: $x) }` never hold together, so what `b` takes is not needed.
 *
 * @param around the condition under which the fetch is sent
 */
export function variablesInReach({ operation }: FetchNode, around: Condition): ReadonlySet<string> {
  const names = new Set<string>();
  for (const definition of parse(operation, { noLocation: true }).definitions) {
    walk((definition as OperationDefinitionNode).selectionSet, around);
  }
  return names;

  function walk({ selections }: SelectionSetNode, condition: Condition): void {
    for (const selection of selections) {
      const own = conditionOf(selection);
      const here = own === false ? false : both(condition, own);
      if (here === false) continue;
      if (selection.kind === Kind.FIELD) {
        for (const argument of selection.arguments ?? []) {
          visit(argument, {
            Variable: ({ name }) => {
              names.add(name.value);
            },
          });
        }
      }
      if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet)
        walk(selection.selectionSet, here);
    }
  }
}
