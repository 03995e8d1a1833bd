import {
  type DocumentNode,
  getNamedType,
  type GraphQLSchema,
  isCompositeType,
  isUnionType,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** What every operation selects on. */
const ALWAYS = ['Query', 'PageInfo', '_Service'];

/**
 * Creates the function that tells whether a replica may answer a query: only when all that it selects is of the listed types, or of their connections.
 *
 * @param types that replicas may answer, by name
 * @throws Error for a name that the schema does not have
 */
export function createMayAskReplica(
  schema: GraphQLSchema,
  types: readonly string[],
): (document: DocumentNode, operation: OperationDefinitionNode) => boolean {
  for (const name of types)
    if (!isCompositeType(schema.getType(name)))
      throw new Error(`The schema has no type ${name} for replicas.`);
  const allowed = new Set([
    ...ALWAYS,
    ...types,
    ...types.flatMap((name) => [`${name}Connection`, `${name}Edge`]),
  ]);
  const cache = new WeakMap<OperationDefinitionNode, boolean>();

  return (document, operation) => {
    let mayAsk = cache.get(operation);
    if (mayAsk === undefined) cache.set(operation, (mayAsk = selectsOnly(document)));
    return mayAsk;
  };

  /** Of all operations of the document, with all that variables may select. */
  function selectsOnly(document: DocumentNode): boolean {
    let selectsOthers = false;
    const types = new TypeInfo(schema);
    const check = (): void => {
      const type = getNamedType(types.getType());
      // A selection on a union names the types of which it reads.
      if (isCompositeType(type) && !isUnionType(type) && !allowed.has(type.name)) selectsOthers = true;
    };
    visit(
      document,
      visitWithTypeInfo(types, {
        Field: check,
        InlineFragment: check,
        FragmentDefinition: check,
        OperationDefinition: check,
      }),
    );
    return !selectsOthers;
  }
}
