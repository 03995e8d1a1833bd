import type { GraphQLObjectType } from 'graphql';
import type { Field } from './field.ts';
import { type Container, Place } from './place.ts';
import type { Run } from './run.ts';
import type { SelectedField, Selections } from './selection.ts';

/** Writes a value that is neither null nor an error. */
export type PresentWriter = (
  run: Run,
  owner: Place,
  container: Container,
  key: string | number,
  value: unknown,
) => void;

/** Makes the writer of objects of one type. */
export function createObjectWriter(
  selections: Selections,
  field: Field,
  type: GraphQLObjectType,
  isNullable: boolean,
): PresentWriter {
  let fields: readonly SelectedField[] | null = null;
  // Copied for each object: faster than adding its fields one by one.
  let empty: Container = {};
  return (run, owner, container, key, value) => {
    if (fields === null) {
      fields = selections.fieldsBeneath(field.nodes, type);
      empty = Object.fromEntries(fields.map(({ responseName }) => [responseName, null]));
    }
    const object = { ...empty };
    container[key] = object;
    const place = new Place(owner, container, key, isNullable, typeNameAt(field, key));
    for (const selected of fields) selected.write(run, place, object, value);
  };
}

/** Of the object that has the key; undefined in a list. */
export function typeNameAt({ parentType }: Field, key: string | number): string | undefined {
  return typeof key === 'string' ? parentType.name : undefined;
}
