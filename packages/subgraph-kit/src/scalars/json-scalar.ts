import { PublicError } from '@yiwang/errors';
import { GraphQLScalarType, Kind, type ObjectFieldNode, type ValueNode } from 'graphql';

/** More levels than any form has, and few enough for every recursive function that a value meets. */
const MAX_LEVELS = 20;

/** Any JSON value. What comes in is bounded in depth; who takes it checks what it holds, and how much. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  serialize: (value) => value,
  parseValue(value) {
    checkDepth(value, MAX_LEVELS);
    return value;
  },
  parseLiteral: (node, variables) => valueOf(node, variables ?? {}, MAX_LEVELS),
});

/** @throws PublicError INVALID_ARGUMENT for a value with more levels */
function checkDepth(value: unknown, levels: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (levels === 0) throw tooDeep();
  for (const member of Object.values(value)) checkDepth(member, levels - 1);
}

function valueOf(node: ValueNode, variables: Record<string, unknown>, levels: number): unknown {
  switch (node.kind) {
    case Kind.STRING:
    case Kind.BOOLEAN:
      return node.value;
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.NULL:
      return null;
    case Kind.VARIABLE:
      checkDepth(variables[node.name.value], levels);
      return variables[node.name.value] ?? null;
    case Kind.LIST:
      if (levels === 0) throw tooDeep();
      return node.values.map((item) => valueOf(item, variables, levels - 1));
    case Kind.OBJECT:
      if (levels === 0) throw tooDeep();
      return objectOf(node.fields, variables, levels - 1);
    case Kind.ENUM:
      throw new PublicError(
        'INVALID_ARGUMENT',
        `JSON has no enum values: write "${node.value}" as a string in quotes.`,
      );
  }
}

function objectOf(fields: readonly ObjectFieldNode[], variables: Record<string, unknown>, levels: number) {
  // A member of any name, `__proto__` among them, is a member and nothing else.
  return Object.fromEntries(fields.map(({ name, value }) => [name.value, valueOf(value, variables, levels)]));
}

function tooDeep(): PublicError {
  return new PublicError('INVALID_ARGUMENT', `A JSON value may have at most ${MAX_LEVELS} levels.`);
}
