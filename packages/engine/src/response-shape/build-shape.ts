import {
  type FieldNode,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLString,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
} from 'graphql';
import { isIntrospection } from './introspection.ts';
import {
  type Collection,
  type Collected,
  createCollector,
  type Fragments,
  NO_NOTES,
  type Parent,
  type Selected,
} from './collect-fields.ts';
import { createComparer } from './compare-collections.ts';
import { noneOf } from '../core/condition.ts';
import type { FieldAccess, FieldShape, ObjectShape, PartShape, Slot } from './shape.ts';

const READY: Slot = { shape: { kind: 'ready' }, nonNull: false };
const DENIED: Slot = { shape: { kind: 'denied' }, nonNull: false };
const TYPENAME = new GraphQLNonNull(GraphQLString);

/**
 * Builds the shape of an operation's answer. The operation must be valid.
 *
 * @param sourceOf returns the name of a field's value in the merged data
 */
export function buildShape(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  sourceOf: (field: FieldNode) => string,
  notes = NO_NOTES,
): ObjectShape {
  const collect = createCollector(schema, fragments, sourceOf, notes);
  const { describe, differences } = createComparer();
  const root = schema.getRootType(operation.operation)!;
  return objectShape(root, [{ set: operation.selectionSet, condition: null }]);

  function objectShape(type: GraphQLNamedType, selected: readonly Selected[]): ObjectShape {
    const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type as GraphQLObjectType];
    const lists = new Map<string, readonly FieldShape[]>();
    const partsByType = new Map<string, readonly PartShape[]>();
    const collections = new Map(possible.map((objectType) => [objectType, collect(objectType, selected)]));
    const fieldsByType = new Map(
      [...collections].map(([objectType, collected]) => {
        // Types of one interface mostly select the same fields of the same types, so they share one list.
        const signature = describe(collected, (name) => typeOf(objectType, name));
        let fields = lists.get(signature);
        if (!fields) {
          fields = fieldShapes(objectType, collected);
          lists.set(signature, fields);
        }
        if (collected.parts.length > 0) partsByType.set(objectType.name, partShapes(objectType, collected));
        return [objectType.name, fields];
      }),
    );
    return {
      kind: 'object',
      typeName: type.name,
      fieldsByType,
      onlyType: isAbstractType(type) ? null : type.name,
      untyped: isInterfaceType(type)
        ? untypedFields(type, collect(type, selected), [...collections.values()], lists)
        : null,
      partsByType: partsByType.size > 0 ? partsByType : null,
    };
  }

  function partShapes(type: Parent, { parts }: Collection): readonly PartShape[] {
    return parts.map(({ number, selected: { set, condition } }) => ({
      number,
      condition,
      shape: objectShape(type, [{ set, condition: null }]),
    }));
  }

  /** Returns what is selected on every type, for as long as nothing else is. */
  function untypedFields(
    type: GraphQLInterfaceType,
    common: Collection,
    ofTypes: readonly Collection[],
    lists: ReadonlyMap<string, readonly FieldShape[]>,
  ): ObjectShape['untyped'] {
    const dependent = new Set(ofTypes.flatMap((ofType) => [...differences(common, ofType)]));
    for (const { key, condition } of common.places) {
      if (common.fields.get(key)!.name === '__typename') dependent.add(condition);
    }
    const condition = noneOf(dependent);
    if (condition === false) return null;
    const fields = lists.get(describe(common, (name) => typeOf(type, name))) ?? fieldShapes(type, common);
    return { condition, fields, parts: partShapes(type, common) };
  }

  function fieldShapes(parent: Parent, { fields, places }: Collection): readonly FieldShape[] {
    const slots = new Map<string, Slot>();
    for (const [key, { name, conditions, below }] of fields) {
      const type = typeOf(parent, name);
      // Without a selection that may be read, its value is never read.
      if (conditions.size === 0) slots.set(key, { ...DENIED, nonNull: isNonNullType(type) });
      else slots.set(key, isIntrospection(name) ? READY : slot(type, below));
    }
    return places.map(({ key, condition }) => {
      const field = fields.get(key)!;
      const { name, source, argumentReads } = field;
      const shape: FieldShape = { key, source, name, condition, slot: slots.get(key)! };
      if (field.denials.length > 0) shape.access = accessOf(field);
      if (argumentReads.length > 0) shape.argumentReads = argumentReads;
      return shape;
    });
  }

  function slot(type: GraphQLOutputType, below: readonly Selected[]): Slot {
    if (isNonNullType(type)) return { ...slot(type.ofType, below), nonNull: true };
    if (isListType(type)) return { shape: { kind: 'list', item: slot(type.ofType, below) }, nonNull: false };
    if (isLeafType(type)) return { shape: { kind: 'leaf', type }, nonNull: false };
    return { shape: objectShape(type, below), nonNull: false };
  }
}

function accessOf({ conditions, denials }: Collected): FieldAccess {
  const isAlways = conditions.size === 0 || conditions.has(null);
  return { readable: isAlways ? null : [...conditions].map((one) => `(${one})`).join('||'), denials };
}

function typeOf(parent: Parent, name: string): GraphQLOutputType {
  return name.startsWith('__') ? TYPENAME : parent.getFields()[name]!.type;
}
