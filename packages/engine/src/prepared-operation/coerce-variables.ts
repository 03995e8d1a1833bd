import {
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type TypeNode,
  type VariableDefinitionNode,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** Returns the values of an operation's variables with their defaults; null when they do not fit. */
export type CoerceVariables = (variables: Variables) => Variables | null;

const NO_VARIABLES = Object.freeze({});

/** Tests for values that coercion leaves unchanged. */
const IS_PLAIN: Readonly<Record<string, (value: unknown) => boolean>> = {
  ID: (value) => typeof value === 'string',
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  Int: (value) => typeof value === 'number' && (value | 0) === value,
};

/**
 * Coerces like graphql-js. When all variables are single values of built-in types, values that coercion would leave
 * unchanged take a fast path.
 */
export function compileVariableCoercion(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
): CoerceVariables {
  if (definitions.length === 0) return () => NO_VARIABLES;
  const coerce: CoerceVariables = (variables) =>
    getVariableValues(schema, definitions, variables).coerced ?? null;
  const checks = definitions.map(({ variable, type, defaultValue }) => ({
    name: variable.name.value,
    isPlain: defaultValue ? undefined : IS_PLAIN[nameOf(type)],
  }));
  if (checks.some(({ name, isPlain }) => !isPlain || name in Object.prototype)) return coerce;
  return (variables) => {
    const coerced: Record<string, unknown> = {};
    for (const { name, isPlain } of checks) {
      const value = variables[name];
      if (!isPlain!(value)) return coerce(variables);
      coerced[name] = value;
    }
    return coerced;
  };
}

/** Returns an empty string for a list. */
function nameOf(type: TypeNode): string {
  const inner = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  return inner.kind === Kind.NAMED_TYPE ? inner.name.value : '';
}
