import { Kind, type OperationDefinitionNode, type SelectionNode } from 'graphql';
import type { AskedVariables } from './argument-rules.ts';

/** False where the variable of a condition may leave the selection out. */
export function isAlwaysSelected(node: SelectionNode, variables: AskedVariables): boolean {
  if (variables !== null) return true;
  return (node.directives ?? []).every(
    ({ arguments: [condition] = [] }) => condition?.value.kind !== Kind.VARIABLE,
  );
}

/**
 * Whether a selection may be executed.
 *
 * @param conditions receives each variable that decides, with its default
 */
export function isSelected(
  node: SelectionNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: AskedVariables,
  conditions: Map<string, boolean>,
): boolean {
  const skips = (node.directives ?? []).filter(
    ({ name }) => name.value === 'skip' || name.value === 'include',
  );
  return skips.every(({ name, arguments: [condition] = [] }) => {
    const value = condition!.value;
    if (value.kind === Kind.BOOLEAN) return value.value === (name.value === 'include');
    if (value.kind !== Kind.VARIABLE) return true;
    const variable = value.name.value;
    const definition = variableDefinitions.find((one) => one.variable.name.value === variable);
    const byDefault = definition?.defaultValue;
    conditions.set(variable, byDefault?.kind === Kind.BOOLEAN && byDefault.value);
    if (variables === null) return true;
    return conditionHolds(variable, variables, conditions) === (name.value === 'include');
  });
}

/** The value of a variable of `@skip` and `@include`. */
export function conditionHolds(
  variable: string,
  variables: Readonly<Record<string, unknown>>,
  conditions: ReadonlyMap<string, boolean>,
): boolean {
  const given = Object.hasOwn(variables, variable) ? variables[variable] : undefined;
  return given === undefined ? conditions.get(variable)! : given === true;
}
