import { type GraphQLSchema, isAbstractType } from 'graphql';

/**
 * Names of the object types that satisfy a type condition of the plan, by the supergraph's own
 * schema, which knows more types than clients see. An interface of `@interfaceObject` counts under its own name.
 */
export function createTypeTests(schema: GraphQLSchema): (condition: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (condition) => {
    let names = known.get(condition);
    if (!names) {
      const type = schema.getType(condition);
      const possible = isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [];
      names = new Set([condition, ...possible]);
      known.set(condition, names);
    }
    return names;
  };
}

export type TypesOf = ReturnType<typeof createTypeTests>;
