import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { Json } from '../run.ts';
import type { TypesOf } from './type-tests.ts';

/** The JSON of an entity's reference (a representation); null when the entity lacks a part of it. */
export type WriteReference = (entity: Json) => string | null;

/**
 * Generates the function that writes references as `requires` of the plan wants them. The names are
 * those of the plan and the schema; nothing of a request gets into the code.
 */
export function generateReferenceWriter(
  requires: readonly QueryPlanSelectionNode[],
  typesOf: TypesOf,
): WriteReference {
  const sets: ReadonlySet<string>[] = [];
  const functions: string[] = [];

  /** Statements that add the selections of the object `e` to the text `s`, or return null. */
  function statements(selections: readonly QueryPlanSelectionNode[]): string {
    return selections
      .map((selection) => {
        if (selection.kind === 'InlineFragment') {
          const inside = statements(selection.selections);
          if (selection.typeCondition === undefined) return inside;
          const set = sets.push(typesOf(selection.typeCondition)) - 1;
          return `if (sets[${set}].has(e.__typename)) {\n${inside}\n}`;
        }
        const name = JSON.stringify(selection.alias ?? selection.name);
        const label = JSON.stringify(`,${name}:`);
        if (!selection.selections) {
          return `x = Object.hasOwn(e, ${name}) ? e[${name}] : undefined;
if (x === undefined) return null;
s += ${label} + JSON.stringify(x);`;
        }
        return `x = ${objectFunction(selection.selections)}(Object.hasOwn(e, ${name}) ? e[${name}] : undefined);
if (x === null) return null;
s += ${label} + x;`;
      })
      .join('\n');
  }

  /** A function from a nested value, object or list, to JSON. */
  function objectFunction(selections: readonly QueryPlanSelectionNode[]): string {
    const body = statements(selections);
    const name = `nested${functions.length}`;
    functions.push(`function ${name}(e) {
  if (e === undefined) return null;
  if (e === null) return 'null';
  if (Array.isArray(e)) {
    let list = '';
    for (let i = 0; i < e.length; i++) { const one = ${name}(e[i]); if (one === null) return null; list += i ? ',' + one : one; }
    return '[' + list + ']';
  }
  if (typeof e !== 'object') return null;
  let s = '', x;
  ${body}
  return '{' + s.slice(1) + '}';
}`);
    return name;
  }

  const top = objectFunction(requires);
  const write = new Function('sets', `'use strict';\n${functions.join('\n')}\nreturn ${top};`)(
    sets,
  ) as WriteReference;
  return (entity) => {
    const text = write(entity);
    // A reference says at least its type; without one no fragment fitted, and the entity is not the department's.
    return text === '{}' ? null : text;
  };
}
