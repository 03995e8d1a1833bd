import type { QueryPlanSelectionNode } from '@apollo/query-planner';

/**
 * Returns the names of the object types that satisfy a type condition of the plan. The interface of an
 * `@interfaceObject` counts under its own name.
 */
export type TypesOf = (condition: string) => ReadonlySet<string>;

/** @param possibleTypes by abstract type of the supergraph, which has more types than clients see */
export function createTypeTests(possibleTypes: ReadonlyMap<string, readonly string[]>): TypesOf {
  const cached = new Map<string, ReadonlySet<string>>();
  return (condition) => {
    let names = cached.get(condition);
    if (!names) {
      names = new Set([condition, ...(possibleTypes.get(condition) ?? [])]);
      cached.set(condition, names);
    }
    return names;
  };
}

/**
 * Returns the type of an object that does not include it, where the plan writes a reference to it: the only type
 * that all fragments are for. Null when there are several.
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
