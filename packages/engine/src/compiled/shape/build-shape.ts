import {
  type FieldNode,
  type FragmentDefinitionNode,
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
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { both, type Condition, conditionOf, either } from './condition.ts';
import type { FieldShape, ObjectShape, Slot } from './shape.ts';

export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** A selection set, and when it counts. */
interface Selected {
  set: SelectionSetNode;
  condition: Condition;
}

/** All selections of one response name on one type. */
interface Collected {
  name: string;
  source: string;
  condition: Condition;
  below: Selected[];
}

/** A type whose fields can be selected. */
type Parent = GraphQLObjectType | GraphQLInterfaceType;

const TYPENAME = new GraphQLNonNull(GraphQLString);

/**
 * The form of an operation's answer. Expects a validated operation; `__schema` and `__type` are left out.
 *
 * @param sourceOf the name of a field's value in the merged data
 */
export function buildShape(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  sourceOf: (field: FieldNode) => string,
): ObjectShape {
  const root = schema.getRootType(operation.operation)!;
  return objectShape(root, [{ set: operation.selectionSet, condition: null }]);

  function objectShape(type: GraphQLNamedType, selected: readonly Selected[]): ObjectShape {
    const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type as GraphQLObjectType];
    const lists = new Map<string, readonly FieldShape[]>();
    const fieldsByType = new Map(
      possible.map((objectType) => {
        const collected = collect(objectType, selected, new Map());
        // Types of one interface mostly ask for the same fields of the same types: one list serves them.
        const likeness = describe(collected, objectType);
        let fields = lists.get(likeness);
        if (!fields) {
          fields = [...collected].map(([key, one]) => fieldShape(objectType, key, one));
          lists.set(likeness, fields);
        }
        return [objectType.name, fields];
      }),
    );
    return {
      kind: 'object',
      typeName: type.name,
      fieldsByType,
      onlyType: isAbstractType(type) ? null : type.name,
      untyped: isInterfaceType(type) ? untypedFields(type, possible, selected, lists) : null,
    };
  }

  /** What holds of every type, when it is all there is to say. */
  function untypedFields(
    type: GraphQLInterfaceType,
    possible: readonly GraphQLObjectType[],
    selected: readonly Selected[],
    lists: ReadonlyMap<string, readonly FieldShape[]>,
  ): readonly FieldShape[] | null {
    const common = collect(type, selected, new Map());
    const form = describe(common);
    if ([...common.values()].some(({ name }) => name === '__typename')) return null;
    if (possible.some((objectType) => describe(collect(objectType, selected, new Map())) !== form))
      return null;
    return lists.get(describe(common, type)) ?? [...common].map(([key, one]) => fieldShape(type, key, one));
  }

  function fieldShape(
    parent: Parent,
    key: string,
    { name, source, condition, below }: Collected,
  ): FieldShape {
    return { key, source, name, condition, slot: slot(typeOf(parent, name), below) };
  }

  function slot(type: GraphQLOutputType, below: readonly Selected[]): Slot {
    if (isNonNullType(type)) return { ...slot(type.ofType, below), nonNull: true };
    if (isListType(type)) return { shape: { kind: 'list', item: slot(type.ofType, below) }, nonNull: false };
    if (isLeafType(type)) return { shape: { kind: 'leaf', type }, nonNull: false };
    return { shape: objectShape(type, below), nonNull: false };
  }

  function collect(
    type: Parent,
    selected: readonly Selected[],
    into: Map<string, Collected>,
  ): Map<string, Collected> {
    for (const { set, condition: outer } of selected) {
      for (const selection of set.selections) {
        const own = conditionOf(selection);
        if (own === false) continue;
        const condition = both(outer, own);
        if (selection.kind === Kind.FIELD) {
          const name = selection.name.value;
          if (name === '__schema' || name === '__type') continue;
          add(into, selection, sourceOf, condition);
          continue;
        }
        const fragment =
          selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value]! : selection;
        if (applies(fragment.typeCondition?.name.value, type)) {
          collect(type, [{ set: fragment.selectionSet, condition }], into);
        }
      }
    }
    return into;
  }

  function applies(condition: string | undefined, type: Parent): boolean {
    if (condition === undefined || condition === type.name) return true;
    const conditional = schema.getType(condition);
    return isAbstractType(conditional) && schema.isSubType(conditional, type);
  }
}

function add(
  into: Map<string, Collected>,
  field: FieldNode,
  sourceOf: (field: FieldNode) => string,
  condition: Condition,
): void {
  const name = field.name.value;
  const key = field.alias?.value ?? name;
  const before = into.get(key);
  if (before) before.condition = either(before.condition, condition);
  else into.set(key, { name, source: sourceOf(field), condition, below: [] });
  if (field.selectionSet) into.get(key)!.below.push({ set: field.selectionSet, condition });
}

function typeOf(parent: Parent, name: string): GraphQLOutputType {
  return name === '__typename' ? TYPENAME : parent.getFields()[name]!.type;
}

/** Equal for two types that are asked for the same; with a type, only when the answers have the same types too. */
function describe(collected: Map<string, Collected>, type?: Parent): string {
  return [...collected]
    .map(([key, { name, source, condition, below }]) => {
      const places = below.map(({ set, condition: inner }) => `${set.loc?.start}-${set.loc?.end}?${inner}`);
      return `${key}=${source}=${name}:${type ? typeOf(type, name) : ''}?${condition}{${places}}`;
    })
    .join(',');
}
