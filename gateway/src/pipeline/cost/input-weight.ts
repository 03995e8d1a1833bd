import {
  type FieldNode,
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  isInputObjectType,
  valueFromASTUntyped,
} from 'graphql';
import type { CostModel } from './cost-model.ts';
import type { Amount, Variables } from './cost-tree.ts';
import { type Defaults, mentionsVariable } from './list-length.ts';

/** Returns what the given arguments of a field cost, with the input fields in them; 0 unless `@cost` gives them a weight. */
export function inputWeight(
  coordinate: string,
  { facts: { weights } }: Pick<CostModel, 'facts'>,
  node: FieldNode,
  { args }: GraphQLField<unknown, unknown>,
  defaults: Defaults,
): Amount {
  let constant = 0;
  const variable: ((variables: Variables) => number)[] = [];
  for (const { name, value } of node.arguments ?? []) {
    constant += weights.get(`${coordinate}(${name.value}:)`) ?? 0;
    const type = args.find((argument) => argument.name === name.value)?.type;
    if (!type || !hasWeights(type, weights, new Set())) continue;
    if (mentionsVariable(value)) {
      variable.push((variables) =>
        weightIn(valueFromASTUntyped(value, { ...defaults, ...variables }), type, weights),
      );
    } else {
      constant += weightIn(valueFromASTUntyped(value), type, weights);
    }
  }
  if (variable.length === 0) return constant;
  return (variables) => variable.reduce((total, weigh) => total + weigh(variables), constant);
}

type Weights = CostModel['facts']['weights'];

function hasWeights(type: GraphQLInputType, weights: Weights, seen: Set<string>): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || seen.has(named.name)) return false;
  seen.add(named.name);
  return Object.values(named.getFields()).some(
    (field) => weights.has(`${named.name}.${field.name}`) || hasWeights(field.type, weights, seen),
  );
}

function weightIn(value: unknown, type: GraphQLInputType, weights: Weights): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + weightIn(one, type, weights), 0);
  const named = getNamedType(type);
  if (typeof value !== 'object' || value === null || !isInputObjectType(named)) return 0;
  return Object.values(named.getFields()).reduce((sum, field) => {
    const inside = (value as Record<string, unknown>)[field.name];
    if (inside === undefined) return sum;
    return sum + (weights.get(`${named.name}.${field.name}`) ?? 0) + weightIn(inside, field.type, weights);
  }, 0);
}
