import {
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLString,
  isAbstractType,
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
  condition: Condition;
  below: Selected[];
}

const TYPENAME = new GraphQLNonNull(GraphQLString);

/** The form of an operation's answer. Expects a validated operation; `__schema` and `__type` are left out. */
export function buildShape(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
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
        const likeness = describe(objectType, collected);
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
    };
  }

  function fieldShape(
    parent: GraphQLObjectType,
    key: string,
    { name, condition, below }: Collected,
  ): FieldShape {
    return { key, name, condition, slot: slot(typeOf(parent, name), below) };
  }

  function slot(type: GraphQLOutputType, below: readonly Selected[]): Slot {
    if (isNonNullType(type)) return { ...slot(type.ofType, below), nonNull: true };
    if (isListType(type)) return { shape: { kind: 'list', item: slot(type.ofType, below) }, nonNull: false };
    if (isLeafType(type)) return { shape: { kind: 'leaf', type }, nonNull: false };
    return { shape: objectShape(type, below), nonNull: false };
  }

  function collect(
    type: GraphQLObjectType,
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
          add(into, selection.alias?.value ?? name, name, condition, selection.selectionSet);
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

  function applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const conditional = schema.getType(condition);
    return isAbstractType(conditional) && schema.isSubType(conditional, type);
  }
}

function add(
  into: Map<string, Collected>,
  key: string,
  name: string,
  condition: Condition,
  set: SelectionSetNode | undefined,
): void {
  const before = into.get(key);
  if (before) before.condition = either(before.condition, condition);
  else into.set(key, { name, condition, below: [] });
  if (set) into.get(key)!.below.push({ set, condition });
}

function typeOf(parent: GraphQLObjectType, name: string): GraphQLOutputType {
  return name === '__typename' ? TYPENAME : parent.getFields()[name]!.type;
}

/** Equal for two types whose answers have the same form. */
function describe(type: GraphQLObjectType, collected: Map<string, Collected>): string {
  return [...collected]
    .map(([key, { name, condition, below }]) => {
      const places = below.map(({ set, condition: inner }) => `${set.loc?.start}-${set.loc?.end}?${inner}`);
      return `${key}=${name}:${typeOf(type, name)}?${condition}{${places}}`;
    })
    .join(',');
}
