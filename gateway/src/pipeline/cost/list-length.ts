import { PublicError } from '@yiwang/errors';
import type { ListSize } from '@yiwang/engine';
import { type FieldNode, type GraphQLField, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';
import type { Amount, Variables } from './cost-tree.ts';

/** The default values of an operation's variables. */
export type Defaults = Variables;

/**
 * Returns the length that `@listSize` gives a list: the greatest of its slicing arguments, given or by default; else the assumed
 * size.
 *
 * @param fallback the length without an assumed size
 * @throws PublicError GRAPHQL_VALIDATION_FAILED when exactly one slicing argument is required, and there are none or several
 */
export function listLength(
  coordinate: string,
  { assumedSize, slicingArguments, requireOneSlicingArgument }: ListSize,
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  defaults: Defaults,
  fallback: number,
): Amount {
  const otherwise = assumedSize ?? fallback;
  if (slicingArguments.length === 0) return otherwise;
  const slices = slicingArguments.map((path) => sliceOf(path.split('.'), node, field, defaults));
  const given = slices.filter(({ isGiven }) => isGiven).length;
  const there = slices.filter(({ isThere }) => isThere).length;
  if (requireOneSlicingArgument && (given > 1 || there === 0)) {
    throw new PublicError(
      'GRAPHQL_VALIDATION_FAILED',
      `${coordinate} must have exactly one of the arguments ${slicingArguments.join(', ')}.`,
    );
  }
  const longest = (lengths: readonly number[]) => {
    const most = Math.max(-1, ...lengths.filter((length) => length >= 0));
    return most < 0 ? otherwise : most;
  };
  const lengths = slices.map(({ length }) => length);
  if (lengths.every((length) => typeof length === 'number')) return longest(lengths);
  return (variables) =>
    longest(lengths.map((length) => (typeof length === 'number' ? length : length(variables))));
}

interface Slice {
  /** Whether the client gives it. */
  isGiven: boolean;
  /** Whether the client gives it, or it has a default. */
  isThere: boolean;
  /** Negative when there is none. */
  length: Amount;
}

function sliceOf(
  [name = '', ...path]: readonly string[],
  node: FieldNode,
  { args }: GraphQLField<unknown, unknown>,
  defaults: Defaults,
): Slice {
  const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
  const byDefault: unknown = args.find((argument) => argument.name === name)?.defaultValue;
  const isThere = byDefault !== undefined;
  const fallback = lengthIn(byDefault, path);
  if (!given) return { isGiven: false, isThere, length: fallback };

  const read = (variables: Variables): number => {
    // A variable without a value leaves its argument out.
    const value = valueFromASTUntyped(given, { ...defaults, ...variables });
    return value === undefined ? fallback : lengthIn(value, path);
  };
  if (!mentionsVariable(given)) {
    const length = read({});
    const isNone = length < 0;
    return { isGiven: !isNone, isThere: !isNone || isThere, length };
  }
  if (given.kind !== Kind.VARIABLE || path.length > 0) return { isGiven: true, isThere: true, length: read };
  // The same as `read`, faster: a plain variable is by far the most frequent.
  const variable = given.name.value;
  const variableDefault = defaults[variable];
  return {
    isGiven: true,
    isThere: true,
    length(variables) {
      const value = variables[variable] === undefined ? variableDefault : variables[variable];
      return value === undefined ? fallback : lengthIn(value, []);
    },
  };
}

/** Returns the length at a path of a value; negative when it is no length: execution refuses it later, or there is none. */
function lengthIn(value: unknown, path: readonly string[]): number {
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return -1;
    value = (value as Record<string, unknown>)[name];
  }
  return typeof value === 'number' && value >= 0 ? value : -1;
}

/** Whether a value holds a variable. */
export function mentionsVariable(value: ValueNode): boolean {
  switch (value.kind) {
    case Kind.VARIABLE:
      return true;
    case Kind.LIST:
      return value.values.some(mentionsVariable);
    case Kind.OBJECT:
      return value.fields.some((field) => mentionsVariable(field.value));
    default:
      return false;
  }
}
