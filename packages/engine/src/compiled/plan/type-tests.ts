import type { QueryPlanSelectionNode } from '@apollo/query-planner';

/**
 * Names of the object types that satisfy a type condition of the plan. An interface of `@interfaceObject` counts under
 * its own name.
 */
export type TypesOf = (condition: string) => ReadonlySet<string>;

/** @param possibleTypes by abstract type of the supergraph, which knows more types than clients see */
export function createTypeTests(possibleTypes: ReadonlyMap<string, readonly string[]>): TypesOf {
  const known = new Map<string, ReadonlySet<string>>();
  return (condition) => {
    let names = known.get(condition);
    if (!names) {
      names = new Set([condition, ...(possibleTypes.get(condition) ?? [])]);
      known.set(condition, names);
    }
    return names;
  };
}

/**
 * The type of an object that does not say its type, where the plan writes a reference to it: the only one that all fragments are
 * for. Null when there are several.
 */
export function onlyTypeOf(requires: readonly QueryPlanSelectionNode[], typesOf: TypesOf): string | null {
  const types = new Set<string>();
  for (const selection of requires) {
    if (selection.kind !== 'InlineFragment' || selection.typeCondition === undefined) return null;
    for (const type of typesOf(selection.typeCondition)) types.add(type);
  }
  const [only = null] = types;
  return types.size === 1 ? only : null;
}
