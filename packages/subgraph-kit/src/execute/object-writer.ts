import type { GraphQLObjectType } from 'graphql';
import type { Field } from './field.ts';
import { type Container, ResponseNode } from './response-node.ts';
import type { Execution } from './execution.ts';
import type { SelectedField, Selections } from './selection.ts';

/** Writes a value that is not null and not an error. */
export type PresentWriter = (
  execution: Execution,
  owner: ResponseNode,
  container: Container,
  key: string | number,
  value: unknown,
) => void;

/** Creates the response writer of objects of one type. */
export function createObjectWriter(
  selections: Selections,
  field: Field,
  type: GraphQLObjectType,
  isNullable: boolean,
): PresentWriter {
  let fields: readonly SelectedField[] | null = null;
  // Copied for each object: faster than adding its fields one by one.
  let empty: Container = {};
  return (execution, owner, container, key, value) => {
    if (fields === null) {
      fields = selections.fieldsBeneath(field.nodes, type);
      empty = Object.fromEntries(fields.map(({ responseName }) => [responseName, null]));
    }
    const object = { ...empty };
    container[key] = object;
    const node = new ResponseNode(owner, container, key, isNullable, typeNameAt(field, key));
    for (const selected of fields) selected.write(execution, node, object, value);
  };
}

/** Name of the type of the object that has the key; undefined in a list. */
export function typeNameAt({ parentType }: Field, key: string | number): string | undefined {
  return typeof key === 'string' ? parentType.name : undefined;
}
