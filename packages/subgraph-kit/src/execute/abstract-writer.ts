import { defaultTypeResolver, type GraphQLAbstractType, GraphQLError, isObjectType } from 'graphql';
import type { Field } from './field.ts';
import { FieldInfo } from './field-info.ts';
import { createObjectWriter, type PresentWriter } from './object-writer.ts';
import type { ResponseNode } from './response-node.ts';
import { isPromise } from './execution.ts';
import type { Selections } from './selection.ts';

/** Creates the response writer of a union or an interface: resolves the type of each value and writes it as that type. */
export function createAbstractWriter(
  selections: Selections,
  field: Field,
  type: GraphQLAbstractType,
  isNullable: boolean,
): PresentWriter {
  const writers = new Map<unknown, PresentWriter>();
  const resolveType = type.resolveType ?? defaultTypeResolver;

  /** @throws GraphQLError when no object type of the abstract one has the name */
  function writerOf(typeName: unknown): PresentWriter {
    const cached = writers.get(typeName);
    if (cached) return cached;
    const objectType = typeof typeName === 'string' ? selections.schema.getType(typeName) : undefined;
    if (!isObjectType(objectType) || !selections.schema.isSubType(type, objectType)) {
      throw new GraphQLError(
        `Abstract type "${type.name}" must resolve to one of its object types for field "${field.parentType.name}.${field.definition.name}".`,
      );
    }
    const writer = createObjectWriter(selections, field, objectType, isNullable);
    writers.set(typeName, writer);
    return writer;
  }

  return (execution, owner, container, key, value) => {
    const typeName = resolveType(
      value,
      execution.contextValue,
      new FieldInfo(execution, field, ownerOf(owner, key)),
      type,
    );
    if (!isPromise(typeName)) return writerOf(typeName)(execution, owner, container, key, value);
    return execution.wait(
      typeName,
      (name) => writerOf(name)(execution, owner, container, key, value),
      (error) => execution.fail(error, field, owner, container, key, isNullable),
    );
  };
}

/** The object that has the field, found from an entry of its list or of a nested list. */
function ownerOf(owner: ResponseNode, key: string | number): ResponseNode {
  let node = owner;
  for (let at = key; typeof at === 'number'; node = node.parent!) at = node.key;
  return node;
}
