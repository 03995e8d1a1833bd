import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { ownProperty, type Json } from '../core/run.ts';
import { AS_JSON, isJson, type ReferenceForm } from '../query-plan/reference-form.ts';
import { onlyTypeOf, type TypesOf } from '../query-plan/type-tests.ts';

/** Returns an entity's reference (a representation) in its form; null when the entity lacks a part of it. */
export type WriteReference = (entity: Json) => string | null;

export interface ReferenceWriter {
  form: ReferenceForm;
  write: WriteReference;
}

// For longer strings JSON.stringify is faster than checking each character.
const SHORT = 64;

/** Returns whether a value is a string that needs no escapes in JSON. */
function isPlain(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > SHORT) return false;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    // Control characters, the quote, the backslash, and surrogates, which may be unpaired.
    if (code < 0x20 || code === 0x22 || code === 0x5c || (code >= 0xd800 && code <= 0xdfff)) return false;
  }
  return true;
}

/**
 * Generates the function that writes references as the plan's `requires` demands: for each object, the selections
 * are either all fields, or all fragments of which it matches at most one. The code contains names from the plan
 * and the schema only, nothing from a request.
 */
export function generateReferenceWriter(
  requires: readonly QueryPlanSelectionNode[],
  typesOf: TypesOf,
): ReferenceWriter {
  return (
    generateKeyWriter(requires, typesOf) ?? { form: AS_JSON, write: generateJsonWriter(requires, typesOf) }
  );
}

/** Generates the writer for references of one type with one key; null for others. */
function generateKeyWriter(
  [fragment, another]: readonly QueryPlanSelectionNode[],
  typesOf: TypesOf,
): ReferenceWriter | null {
  if (another || fragment?.kind !== 'InlineFragment' || fragment.typeCondition === undefined) return null;
  const type = onlyTypeOf([fragment], typesOf);
  const [typeName, key, more] = fragment.selections;
  if (type === null || more) return null;
  if (typeName?.kind !== 'Field' || typeName.name !== '__typename' || typeName.alias) return null;
  if (key?.kind !== 'Field' || key.selections) return null;

  const name = key.alias ?? key.name;
  const before = `{"__typename":${JSON.stringify(type)},${JSON.stringify(name)}:`;
  const write = new Function(
    'keep',
    `'use strict';
return function keyOf(e) {
  if (e.__typename !== undefined && e.__typename !== ${JSON.stringify(type)}) return null;
  const x = ${ownProperty('e', name)};
  return x === undefined ? null : keep(x);
};`,
  )((value: unknown) => (isPlain(value) && !isJson(value) ? value : `${before}${JSON.stringify(value)}}`));
  return { form: { before: `${before}"`, after: '"}' }, write: write as WriteReference };
}

function generateJsonWriter(requires: readonly QueryPlanSelectionNode[], typesOf: TypesOf): WriteReference {
  const sets: ReadonlySet<string>[] = [];
  const functions: string[] = [];

  /**
   * Returns statements that append the selections of the object `e` to the text `s`, or return null.
   *
   * @param type of an object that does not include it; null when there are several
   */
  function statements(selections: readonly QueryPlanSelectionNode[], type: string | null): string {
    const only = onlyTypeOf(selections, typesOf);
    return selections
      .map((selection, i) => {
        if (selection.kind === 'InlineFragment') {
          if (selection.typeCondition === undefined) return statements(selection.selections, type);
          const types = typesOf(selection.typeCondition);
          const set = sets.push(types) - 1;
          const fits = `${only === null ? '' : 'e.__typename === undefined || '}sets[${set}].has(e.__typename)`;
          return `if (${fits}) {\n${statements(selection.selections, only)}\n}`;
        }
        const name = JSON.stringify(selection.alias ?? selection.name);
        const label = `${i === 0 ? '{' : ','}${name}:`;
        const own = ownProperty('e', selection.alias ?? selection.name);
        if (!selection.selections) {
          const unsaid =
            selection.name === '__typename' && type !== null ? `x = ${JSON.stringify(type)}` : 'return null';
          return `x = ${own};
if (x === undefined) ${unsaid};
s += isPlain(x) ? ${JSON.stringify(`${label}"`)} + x + '"' : ${JSON.stringify(label)} + JSON.stringify(x);`;
        }
        return `x = ${objectFunction(selection.selections)}(${own});
if (x === null) return null;
s += ${JSON.stringify(label)} + x;`;
      })
      .join('\n');
  }

  /** Defines a function from a nested value, object or list, to JSON. */
  function objectFunction(selections: readonly QueryPlanSelectionNode[]): string {
    const body = statements(selections, null);
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
  return s === '' ? '{}' : s + '}';
}`);
    return name;
  }

  const top = objectFunction(requires);
  const write = new Function('sets', 'isPlain', `'use strict';\n${functions.join('\n')}\nreturn ${top};`)(
    sets,
    isPlain,
  ) as WriteReference;
  return (entity) => {
    const text = write(entity);
    // A reference includes at least its type. Without it no fragment matched, and the entity does not belong to the
    // subgraph.
    return text === '{}' ? null : text;
  };
}
