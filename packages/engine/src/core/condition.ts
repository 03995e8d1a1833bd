import { type DirectiveNode, Kind, type SelectionNode } from 'graphql';

const AND = '&&';

/**
 * When a selection applies, as a JavaScript expression over `v`, the variables; null for always. Equal conditions
 * have equal texts: each variable appears once, in order.
 */
export type Condition = string | null;

/** Returns whether a condition holds in one run. */
export type Holds = (condition: Condition) => boolean;

/** Returns the condition of `@skip` and `@include`; false when the selection never applies. */
export function conditionOf({ directives }: SelectionNode): Condition | false {
  let condition: Condition | false = null;
  for (const directive of directives ?? []) {
    const wanted = directive.name.value === 'include' ? true : directive.name.value === 'skip' ? false : null;
    if (wanted === null) continue;
    const value = argumentIf(directive);
    if (typeof value === 'boolean') {
      if (value !== wanted) return false;
      continue;
    }
    condition = both(condition, conditionOn(value, wanted));
    if (condition === false) return false;
  }
  return condition;
}

/** A condition that holds while the variable has the value. */
export function conditionOn(variable: string, value: boolean): string {
  return `${value ? '' : '!'}v[${JSON.stringify(variable)}]`;
}

/** Combines two conditions; false when they can never hold together. */
export function both(a: Condition, b: Condition): Condition | false {
  if (a === null || a === b) return b;
  if (b === null) return a;
  const parts = new Set([...a.split(AND), ...b.split(AND)]);
  for (const part of parts) if (parts.has(`!${part}`)) return false;
  return [...parts].sort().join(AND);
}

/**
 * A condition that holds while none of the given ones does; false when one of them always holds. The result must
 * not be passed to {@link both}.
 */
export function noneOf(conditions: ReadonlySet<Condition>): Condition | false {
  if (conditions.has(null)) return false;
  return [...conditions].map((condition) => `!(${condition})`).join(AND) || null;
}

/** The value of `if`: a literal, or the name of a variable. */
function argumentIf(directive: DirectiveNode): boolean | string {
  const value = directive.arguments?.find(({ name }) => name.value === 'if')?.value;
  return value?.kind === Kind.VARIABLE ? value.name.value : value?.kind === Kind.BOOLEAN && value.value;
}

type Test = (variables: Readonly<Record<string, unknown>>) => boolean;

/** Evaluates the conditions of one operation. Each is compiled to a function when it is first needed. */
export function createHolds(): (variables: Readonly<Record<string, unknown>>) => Holds {
  const tests = new Map<string, Test>();
  return (variables) => (condition) => {
    if (condition === null) return true;
    let test = tests.get(condition);
    if (!test) {
      test = new Function('v', `return ${condition};`) as Test;
      tests.set(condition, test);
    }
    return test(variables);
  };
}
