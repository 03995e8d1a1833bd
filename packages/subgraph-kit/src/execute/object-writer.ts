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
  return (run, owner, container, key, value) => {
    fields ??= selections.fieldsBeneath(field.nodes, type);
    const object: Container = {};
    container[key] = object;
    const place = new Place(owner, container, key, isNullable, typeNameAt(field, key));
    for (const selected of fields) selected.write(run, place, object, value);
  };
}

/** Of the object that has the key; undefined in a list. */
export function typeNameAt({ parentType }: Field, key: string | number): string | undefined {
  return typeof key === 'string' ? parentType.name : undefined;
}
