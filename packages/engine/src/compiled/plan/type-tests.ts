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

/** The only type that an object can be of which does not say its type, where the plan asks for one. */
export function onlyOne(types: ReadonlySet<string>): string | null {
  const [type = null] = types;
  return types.size === 1 ? type : null;
}
