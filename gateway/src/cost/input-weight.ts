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

/** What the arguments of a field cost: those that are given, and what is in them. Nothing, unless `@cost` says so. */
export function inputWeight(
  coordinate: string,
  { facts: { weights } }: Pick<CostModel, 'facts'>,
  node: FieldNode,
  { args }: GraphQLField<unknown, unknown>,
  defaults: Defaults,
): Amount {
  let known = 0;
  const unknown: ((variables: Variables) => number)[] = [];
  for (const { name, value } of node.arguments ?? []) {
    known += weights.get(`${coordinate}(${name.value}:)`) ?? 0;
    const type = args.find((argument) => argument.name === name.value)?.type;
    if (!type || !hasWeights(type, weights, new Set())) continue;
    if (mentionsVariable(value)) {
      unknown.push((variables) =>
        weightIn(valueFromASTUntyped(value, { ...defaults, ...variables }), type, weights),
      );
    } else {
      known += weightIn(valueFromASTUntyped(value), type, weights);
    }
  }
  if (unknown.length === 0) return known;
  return (variables) => unknown.reduce((total, weigh) => total + weigh(variables), known);
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
