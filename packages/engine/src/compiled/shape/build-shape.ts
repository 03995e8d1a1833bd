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
  type SelectionSetNode,
} from 'graphql';
import { isIntrospection } from '../introspection.ts';
import {
  type Collection,
  createCollector,
  type Fragments,
  type Parent,
  type Selected,
} from './collect-fields.ts';
import type { FieldShape, ObjectShape, PartShape, Slot } from './shape.ts';

const READY: Slot = { shape: { kind: 'ready' }, nonNull: false };
const TYPENAME = new GraphQLNonNull(GraphQLString);

/**
 * The form of an operation's answer. Expects a validated operation.
 *
 * @param sourceOf the name of a field's value in the merged data
 */
export function buildShape(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  sourceOf: (field: FieldNode) => string,
): ObjectShape {
  const collect = createCollector(schema, fragments, sourceOf);
  const describe = createDescriber();
  const root = schema.getRootType(operation.operation)!;
  return objectShape(root, [{ set: operation.selectionSet, condition: null }]);

  function objectShape(type: GraphQLNamedType, selected: readonly Selected[]): ObjectShape {
    const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type as GraphQLObjectType];
    const lists = new Map<string, readonly FieldShape[]>();
    const partsByType = new Map<string, readonly PartShape[]>();
    const fieldsByType = new Map(
      possible.map((objectType) => {
        const collected = collect(objectType, selected);
        // Types of one interface mostly ask for the same fields of the same types: one list serves them.
        const likeness = describe(collected, objectType);
        let fields = lists.get(likeness);
        if (!fields) {
          fields = fieldShapes(objectType, collected);
          lists.set(likeness, fields);
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
      untyped: isInterfaceType(type) ? untypedFields(type, possible, selected, lists) : null,
      partsByType: partsByType.size > 0 ? partsByType : null,
    };
  }

  function partShapes(type: GraphQLObjectType, { parts }: Collection): readonly PartShape[] {
    return parts.map(({ number, selected: { set, condition } }) => ({
      number,
      condition,
      shape: objectShape(type, [{ set, condition: null }]),
    }));
  }

  /** What holds of every type, when it is all there is to say. */
  function untypedFields(
    type: GraphQLInterfaceType,
    possible: readonly GraphQLObjectType[],
    selected: readonly Selected[],
    lists: ReadonlyMap<string, readonly FieldShape[]>,
  ): readonly FieldShape[] | null {
    const common = collect(type, selected);
    const form = describe(common);
    if ([...common.fields.values()].some(({ name }) => name === '__typename')) return null;
    if (possible.some((objectType) => describe(collect(objectType, selected)) !== form)) return null;
    return lists.get(describe(common, type)) ?? fieldShapes(type, common);
  }

  function fieldShapes(parent: Parent, { fields, places }: Collection): readonly FieldShape[] {
    const slots = new Map<string, Slot>();
    for (const [key, { name, below }] of fields) {
      slots.set(key, isIntrospection(name) ? READY : slot(typeOf(parent, name), below));
    }
    return places.map(({ key, condition }) => {
      const { name, source } = fields.get(key)!;
      return { key, source, name, condition, slot: slots.get(key)! };
    });
  }

  function slot(type: GraphQLOutputType, below: readonly Selected[]): Slot {
    if (isNonNullType(type)) return { ...slot(type.ofType, below), nonNull: true };
    if (isListType(type)) return { shape: { kind: 'list', item: slot(type.ofType, below) }, nonNull: false };
    if (isLeafType(type)) return { shape: { kind: 'leaf', type }, nonNull: false };
    return { shape: objectShape(type, below), nonNull: false };
  }
}

function typeOf(parent: Parent, name: string): GraphQLOutputType {
  return name.startsWith('__') ? TYPENAME : parent.getFields()[name]!.type;
}

/** Equal for two types that are asked for the same; with a type, only when the answers have the same types too. */
function createDescriber(): (collection: Collection, type?: Parent) => string {
  const numbers = new Map<SelectionSetNode, number>();
  const numberOf = (set: SelectionSetNode): number => {
    if (!numbers.has(set)) numbers.set(set, numbers.size);
    return numbers.get(set)!;
  };
  return ({ fields, places, parts }, type) => {
    const described = places.map(({ key, condition }) => {
      const { name, source, below } = fields.get(key)!;
      const sets = below.map(({ set, condition: inner }) => `${numberOf(set)}?${inner}`);
      return `${key}=${source}=${name}:${type ? typeOf(type, name) : ''}?${condition}{${sets}}`;
    });
    const later = parts.map(({ number, selected }) => `@${number}?${selected.condition}`);
    return [...described, ...later].join(',');
  };
}
