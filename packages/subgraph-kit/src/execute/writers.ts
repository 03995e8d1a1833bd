import {
  GraphQLError,
  type GraphQLLeafType,
  type GraphQLOutputType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { createAbstractWriter } from './abstract-writer.ts';
import type { Field } from './field.ts';
import { createObjectWriter, type PresentWriter, typeNameAt } from './object-writer.ts';
import { type Container, ResponseNode } from './response-node.ts';
import type { ValueWriter } from './execution.ts';
import type { Selections } from './selection.ts';

/** Creates the response writer of a type, for the values of one field. */
export function createWriter(selections: Selections, field: Field, type: GraphQLOutputType): ValueWriter {
  const isNullable = !isNonNullType(type);
  const inner = isNonNullType(type) ? type.ofType : type;
  const writePresent = createPresentWriter(selections, field, inner, isNullable);

  return {
    isNullable,
    write(execution, owner, container, key, value) {
      if (value === null || value === undefined) {
        container[key] = null;
        if (!isNullable) execution.fail(missing(field), field, owner, container, key, isNullable);
        return;
      }
      try {
        if (value instanceof Error) throw value;
        writePresent(execution, owner, container, key, value);
      } catch (error) {
        execution.fail(error, field, owner, container, key, isNullable);
      }
    },
  };
}

function createPresentWriter(
  selections: Selections,
  field: Field,
  type: GraphQLOutputType,
  isNullable: boolean,
): PresentWriter {
  if (isLeafType(type)) return createLeafWriter(type);
  if (isListType(type))
    return createListWriter(field, createWriter(selections, field, type.ofType), isNullable);
  if (isObjectType(type)) return createObjectWriter(selections, field, type, isNullable);
  if (isAbstractType(type)) return createAbstractWriter(selections, field, type, isNullable);
  throw new Error(`The kit cannot write values of the type ${type}.`);
}

function createLeafWriter(type: GraphQLLeafType): PresentWriter {
  return (_run, _owner, container, key, value) => {
    const serialized = type.serialize(value);
    if (serialized === null || serialized === undefined) {
      throw new Error(`serialize of the scalar ${type.name} returned no value.`);
    }
    container[key] = serialized;
  };
}

function createListWriter(field: Field, item: ValueWriter, isNullable: boolean): PresentWriter {
  return (execution, owner, container, key, value) => {
    if (typeof value !== 'object' || !(Symbol.iterator in value!)) {
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${field.parentType.name}.${field.definition.name}".`,
      );
    }
    const list: unknown[] = [];
    container[key] = list;
    const node = new ResponseNode(owner, container, key, isNullable, typeNameAt(field, key));
    let index = 0;
    for (const entry of value as Iterable<unknown>) {
      execution.complete(item, field, node, list as unknown as Container, index, entry);
      index += 1;
    }
  };
}

function missing({ parentType, definition }: Field): Error {
  return new Error(`Cannot return null for non-nullable field ${parentType.name}.${definition.name}.`);
}
