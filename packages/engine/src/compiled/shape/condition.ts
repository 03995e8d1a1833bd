import { type DirectiveNode, Kind, type SelectionNode } from 'graphql';

const AND = '&&';

/**
 * When a selection counts, as a JavaScript expression over `v`, the variables; null when always. Equal for equal
 * conditions: each variable is named once, in order.
 */
export type Condition = string | null;

/** The condition of @skip and @include; false when the selection can never count. */
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

/** Holds while the variable has the value. */
export function conditionOn(variable: string, value: boolean): string {
  return `${value ? '' : '!'}v[${JSON.stringify(variable)}]`;
}

/** False when the two can never hold together. */
export function both(a: Condition, b: Condition): Condition | false {
  if (a === null || a === b) return b;
  if (b === null) return a;
  const parts = new Set([...a.split(AND), ...b.split(AND)]);
  for (const part of parts) if (parts.has(`!${part}`)) return false;
  return [...parts].sort().join(AND);
}

/** Holds while none of them does, in a form that {@link both} does not take; false when one of them always holds. */
export function noneOf(conditions: ReadonlySet<Condition>): Condition | false {
  if (conditions.has(null)) return false;
  return [...conditions].map((condition) => `!(${condition})`).join(AND) || null;
}

/** A literal, or the name of a variable. */
function argumentIf(directive: DirectiveNode): boolean | string {
  const value = directive.arguments?.find(({ name }) => name.value === 'if')?.value;
  return value?.kind === Kind.VARIABLE ? value.name.value : value?.kind === Kind.BOOLEAN && value.value;
}
