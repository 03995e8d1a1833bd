import { collectFields } from '@yiwang/service/http';
import {
  type FragmentDefinitionNode,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type FieldNode,
} from 'graphql';

/** The least that introspection costs. */
const MIN_COST = 10;
/** How many objects of the schema, which are answered from memory, cost as much as one object of a subgraph. */
const OBJECTS_PER_COST = 50;

/** Average lengths of lists in a schema, by the introspection field that returns them. */
type Lengths = Readonly<Record<string, number>>;

const cache = new WeakMap<GraphQLSchema, Lengths>();

/**
 * Returns what a `__schema` or `__type` costs: about as much as its answer holds, by the sizes of the schema. The query of tools costs
 * about 2,200 for 300 types; the same fifty times in one query is beyond the usual limit.
 *
 * @param nodes the field nodes of one response name in one place
 */
export function introspectionWeight(
  schema: GraphQLSchema,
  nodes: readonly FieldNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): number {
  const lengths = lengthsOf(schema);
  return MIN_COST + Math.ceil(objectsIn(nodes) / OBJECTS_PER_COST);

  function objectsIn(same: readonly FieldNode[]): number {
    const sets = same.flatMap(({ selectionSet }) => selectionSet ?? []);
    if (sets.length === 0) return 0;
    let inside = 1;
    for (const [, fields] of collectFields(sets, { fragments })) {
      // A string counts as part of an object: fifty aliases in one type are as much to write as fifty types.
      inside += fields[0]!.selectionSet ? objectsIn(fields) : 0.1;
    }
    return (lengths[same[0]!.name.value] ?? 1) * inside;
  }
}

function lengthsOf(schema: GraphQLSchema): Lengths {
  const cached = cache.get(schema);
  if (cached) return cached;
  const types = Object.values(schema.getTypeMap());
  const counted = { fields: 0, args: 0, enumValues: 0, inputFields: 0 };
  for (const type of types) {
    if (isObjectType(type) || isInterfaceType(type)) {
      const fields = Object.values(type.getFields());
      counted.fields += fields.length;
      for (const { args } of fields) counted.args += args.length;
    }
    if (isEnumType(type)) counted.enumValues += type.getValues().length;
    if (isInputObjectType(type)) counted.inputFields += Object.keys(type.getFields()).length;
  }
  const each = (count: number, of: number) => Math.max(1, count / Math.max(1, of));
  const lengths = {
    types: types.length,
    directives: schema.getDirectives().length,
    fields: each(counted.fields, types.length),
    args: each(counted.args, counted.fields),
    enumValues: each(counted.enumValues, types.length),
    inputFields: each(counted.inputFields, types.length),
    possibleTypes: 1,
    interfaces: 1,
  };
  cache.set(schema, lengths);
  return lengths;
}
