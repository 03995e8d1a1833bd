import { type DirectiveNode, Kind, type SelectionNode } from 'graphql';

/** When a selection counts, as a JavaScript expression over `v`, the variables; null when always. */
export type Condition = string | null;

/** The condition of @skip and @include; false when the selection can never count. */
export function conditionOf({ directives }: SelectionNode): Condition | false {
  let condition: Condition = null;
  for (const directive of directives ?? []) {
    const wanted = directive.name.value === 'include' ? true : directive.name.value === 'skip' ? false : null;
    if (wanted === null) continue;
    const value = argumentIf(directive);
    if (typeof value === 'boolean') {
      if (value !== wanted) return false;
      continue;
    }
    condition = both(condition, `${wanted ? '' : '!'}v[${JSON.stringify(value)}]`);
  }
  return condition;
}

export function both(a: Condition, b: Condition): Condition {
  if (a === null || a === b) return b;
  return b === null ? a : `(${a}&&${b})`;
}

export function either(a: Condition, b: Condition): Condition {
  if (a === null || b === null) return null;
  return a === b ? a : `(${a}||${b})`;
}

export function not(condition: string): string {
  return `!(${condition})`;
}

/** A literal, or the name of a variable. */
function argumentIf(directive: DirectiveNode): boolean | string {
  const value = directive.arguments?.find(({ name }) => name.value === 'if')?.value;
  return value?.kind === Kind.VARIABLE ? value.name.value : value?.kind === Kind.BOOLEAN && value.value;
}
