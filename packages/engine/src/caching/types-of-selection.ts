import {
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isUnionType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** Returns undefined for a field of introspection, and for one that the type has not. */
export function fieldOf(
  type: GraphQLCompositeType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  return isUnionType(type) ? undefined : type.getFields()[name];
}

/**
 * Adds the names of the types whose rows a selection shows, without that of the object it is made on.
 *
 * @returns false when a type or field is not part of the schema, so that they are not all known
 */
export function addTypesOf(
  schema: GraphQLSchema,
  { selections }: SelectionSetNode,
  parent: GraphQLCompositeType,
  into: Set<string>,
): boolean {
  return selections.every((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return false;
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value;
      const type = condition === undefined ? parent : schema.getType(condition);
      return isCompositeType(type) && addTypesOf(schema, selection.selectionSet, type, into);
    }
    const name = selection.name.value;
    if (name.startsWith('__')) return true;
    const field = fieldOf(parent, name);
    if (!field) return false;
    const type = getNamedType(field.type);
    if (!isCompositeType(type)) return true;
    into.add(type.name);
    if (isAbstractType(type))
      for (const { name: possible } of schema.getPossibleTypes(type)) into.add(possible);
    return selection.selectionSet === undefined || addTypesOf(schema, selection.selectionSet, type, into);
  });
}
