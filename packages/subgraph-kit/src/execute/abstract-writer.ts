import { defaultTypeResolver, type GraphQLAbstractType, GraphQLError, isObjectType } from 'graphql';
import type { Field } from './field.ts';
import { FieldInfo } from './field-info.ts';
import { createObjectWriter, type PresentWriter } from './object-writer.ts';
import type { Place } from './place.ts';
import { isPromise } from './run.ts';
import type { Selections } from './selection.ts';

/** Makes the writer of values of a union or an interface: finds the type of each, and writes it as that. */
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
    const known = writers.get(typeName);
    if (known) return known;
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

  return (run, owner, container, key, value) => {
    const typeName = resolveType(
      value,
      run.contextValue,
      new FieldInfo(run, field, ownerOf(owner, key)),
      type,
    );
    if (!isPromise(typeName)) return writerOf(typeName)(run, owner, container, key, value);
    return run.wait(
      typeName,
      (name) => writerOf(name)(run, owner, container, key, value),
      (error) => run.fail(error, field, owner, container, key, isNullable),
    );
  };
}

/** The object that has the field, from an entry of its list, or of a list within that. */
function ownerOf(owner: Place, key: string | number): Place {
  let place = owner;
  for (let at = key; typeof at === 'number'; place = place.parent!) at = place.key;
  return place;
}
