import {
  type DocumentNode,
  type FieldNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { collectFields, fragmentsOf } from '@yiwang/service/http';
import { applies, isLeftOut } from './conditions.ts';
import type { CostModel } from './cost-model.ts';
import {
  type Amount,
  type FieldCost,
  type PlaceCost,
  placeCost,
  type VariantCost,
  type Variables,
} from './cost-tree.ts';
import { inputWeight } from './input-weight.ts';
import { introspectionWeight } from './introspection-weight.ts';
import { type Defaults, listLength } from './list-length.ts';

/** The weight of an object whose type declares none. */
const OBJECT_WEIGHT = 1;

/** Lengths of lists that the field above gives (`sizedFields`), by field name. */
type Sized = ReadonlyMap<string, Amount>;

/**
 * Compiles what an operation costs: each object counts the weight of its type, 1 if it has none; each field counts its weight each
 * time that it is selected; so do its arguments. Lists have the length that `@listSize` declares, and objects the type that
 * costs most. The cost is never less than that of the answer, as long as subgraphs keep to the lengths.
 *
 * Expects a document within the limits of its structure. It need not be valid: what is not in the schema costs nothing.
 *
 * @param conditions the variables of `@skip` and `@include`
 * @throws PublicError GRAPHQL_VALIDATION_FAILED by `requireOneSlicingArgument`
 */
export function compileCost(
  model: CostModel,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  conditions: Variables,
): PlaceCost {
  const { schema, facts, listSize } = model;
  const defaults = defaultsOf(operation);
  const fragments = fragmentsOf(document);
  const isSelected = ({ directives }: SelectionNode) =>
    !directives?.length || !isLeftOut(directives, conditions);
  const compiled = new Map<string, PlaceCost>();
  const numbers = new Map<SelectionSetNode, number>();
  const root = schema.getRootType(operation.operation);
  if (!root) return placeCost([{ types: [], weight: 0, fields: [], keys: new Set(), typeKey: null }]);
  return placeCost([{ ...compileVariant([operation.selectionSet], root, null), weight: 0 }]);

  function compilePlace(
    sets: readonly SelectionSetNode[],
    type: GraphQLCompositeType,
    sized: Sized | null,
  ): PlaceCost {
    // One place has the same selections for each type that may be there.
    const key = sized ? null : `${type.name} ${sets.map(numberOf).join()}`;
    const before = key !== null ? compiled.get(key) : undefined;
    if (before) return before;
    const types = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
    const place = placeCost(joinFree(types.map((object) => compileVariant(sets, object, sized))));
    if (key !== null) compiled.set(key, place);
    return place;
  }

  function compileVariant(
    sets: readonly SelectionSetNode[],
    type: GraphQLObjectType,
    sized: Sized | null,
  ): VariantCost {
    const isOn = (condition: string) => applies(schema, condition, type);
    const collected = collectFields(sets, { fragments, isAsked: isSelected, isOn });
    const fields = [...collected].flatMap(([key, nodes]) => compileField(key, nodes, type, sized) ?? []);
    const typeKey = [...collected].find(([, [node]]) => node!.name.value === '__typename')?.[0] ?? null;
    const weight = facts.weights.get(type.name) ?? OBJECT_WEIGHT;
    return { types: [type.name], weight, fields, keys: new Set(collected.keys()), typeKey };
  }

  /** Returns the cost of a field; null when it costs nothing. */
  function compileField(
    key: string,
    nodes: readonly FieldNode[],
    parent: GraphQLObjectType,
    sized: Sized | null,
  ): FieldCost | null {
    const node = nodes[0]!;
    const name = node.name.value;
    if (name === '__schema' || name === '__type') {
      return { key, own: introspectionWeight(schema, nodes, fragments), size: 0, inside: null, leaf: 0 };
    }
    const field = parent.getFields()[name];
    if (!field) return null;

    const coordinate = `${parent.name}.${name}`;
    const sizing = factOf(facts.listSizes, parent, name);
    const length = sizing ? listLength(coordinate, sizing, node, field, defaults, listSize) : null;
    const isOwn = !sizing || sizing.sizedFields.length === 0;
    const size = sizeOf(field.type, sized?.get(name) ?? (isOwn ? length : null) ?? listSize);
    const own = plus(
      factOf(facts.weights, parent, name) ?? 0,
      inputWeight(coordinate, model, node, field, defaults),
    );

    const named = getNamedType(field.type);
    if (!isCompositeType(named)) {
      const leaf = facts.weights.get(named.name) ?? 0;
      return own === 0 && leaf === 0 ? null : { key, own, size, inside: null, leaf };
    }
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const inner = sizing && !isOwn ? new Map(sizing.sizedFields.map((one) => [one, length!])) : null;
    return { key, own, size, inside: compilePlace(sets, named, inner), leaf: 0 };
  }

  /** Returns how many values a type holds; lists inside of a list have the assumed length. */
  function sizeOf(type: GraphQLOutputType, length: Amount): Amount {
    if (isNonNullType(type)) return sizeOf(type.ofType, length);
    if (!isListType(type)) return 1;
    return times(length, sizeOf(type.ofType, listSize));
  }

  function numberOf(set: SelectionSetNode): number {
    const number = numbers.get(set) ?? numbers.size;
    numbers.set(set, number);
    return number;
  }
}

/** Returns what the schema declares of a field, or else of the field of an interface that it implements. */
function factOf<Fact>(
  all: ReadonlyMap<string, Fact>,
  type: GraphQLObjectType,
  field: string,
): Fact | undefined {
  const own = all.get(`${type.name}.${field}`);
  if (own !== undefined) return own;
  const holder = type.getInterfaces().find(({ name }) => all.has(`${name}.${field}`));
  return holder && all.get(`${holder.name}.${field}`);
}

/** Joins the variants whose fields cost nothing. */
function joinFree(variants: readonly VariantCost[]): VariantCost[] {
  const joined: VariantCost[] = [];
  const free = new Map<string, number>();
  for (const variant of variants) {
    const { fields, weight, keys, typeKey, types } = variant;
    const key = fields.length === 0 ? JSON.stringify([weight, typeKey, [...keys]]) : null;
    const place = key === null ? undefined : free.get(key);
    if (place === undefined) {
      if (key !== null) free.set(key, joined.length);
      joined.push(variant);
    } else {
      joined[place] = { ...variant, types: [...joined[place]!.types, ...types] };
    }
  }
  return joined;
}

function plus(one: Amount, other: Amount): Amount {
  if (typeof other === 'number') return typeof one === 'number' ? one + other : (given) => one(given) + other;
  return (given) => (typeof one === 'number' ? one : one(given)) + other(given);
}

function times(one: Amount, other: Amount): Amount {
  if (other === 1) return one;
  if (typeof one === 'number' && typeof other === 'number') return one * other;
  return (given) =>
    (typeof one === 'number' ? one : one(given)) * (typeof other === 'number' ? other : other(given));
}

export function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Defaults {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue) as unknown]] : [],
    ),
  );
}
