import type { Json } from '../run.ts';
import { leafWriters, type Notes } from './leaf-writers.ts';
import type { FieldShape, ObjectShape, ReadyShape, RefusedShape, Shape, Slot } from './shape.ts';

type Written = Exclude<Shape, ReadyShape | RefusedShape>;

/**
 * Writes the answer's JSON straight from the merged data: only what the operation asks for, in its
 * order, with its names. Null when a null went all the way up.
 */
export type WriteData = (
  data: Json,
  variables: Readonly<Record<string, unknown>>,
  notes: WriterNotes,
) => string | null;

export interface WriterNotes extends Notes {
  /** What goes into the places of a {@link ReadyShape}, as JSON by response name. */
  ready: ReadonlyMap<string, string>;
}

/**
 * Generates the writer of one shape: a function an object form, with every name and type decided
 * now and only values left for later. About as fast as JSON.stringify of a tree that would first
 * have to be built.
 *
 * A generated function takes a value `d`, the variables `v` and the notes `n`, and returns JSON, or
 * null for null; who calls it decides what null means in its place.
 */
export function compileWriter(root: ObjectShape): WriteData {
  const functions: string[] = [];
  const leaves: unknown[] = [];
  const names = new Map<unknown, string>();
  let count = 0;

  /** An expression that is the JSON of the value `d`, or null. */
  function textOf(shape: Written, d: string): string {
    if (shape.kind === 'leaf') return `${leafName(shape)}(${d},n)`;
    const name = shape.kind === 'list' ? listName(shape) : objectName(shape);
    return `${name}(${d},v,n)`;
  }

  function leafName(shape: Shape & { kind: 'leaf' }): string {
    return remember(shape.type, () => `leaves[${leaves.push(leafWriters(shape.type)) - 1}]`);
  }

  function listName(shape: Shape & { kind: 'list' }): string {
    return remember(shape, () => {
      const name = nextName('list');
      const { shape: item, nonNull } = shape.item as Slot & { shape: Written };
      functions.push(`function ${name}(d, v, n) {
  if (d == null) return null;
  if (!Array.isArray(d)) { n.broken = true; return null; }
  let s = '[';
  for (let i = 0; i < d.length; i++) {
    const r = ${textOf(item, 'd[i]')};
    ${nonNull ? 'if (r === null) { n.broken = true; return null; }' : ''}
    s += i ? ',' + r : r;
  }
  return s + ']';
}`);
      return name;
    });
  }

  function objectName(shape: ObjectShape): string {
    return remember(shape, () => {
      const name = nextName('object');
      const cases = [...Map.groupBy(shape.fieldsByType, ([, fields]) => fields)].map(([fields, types]) => {
        const labels = types.map(([type]) => `case ${JSON.stringify(type)}:`).join(' ');
        return `${labels} return ${fieldsName(fields, shape.onlyType)}(d, v, n);`;
      });
      const body =
        shape.onlyType === null
          ? `switch (d.__typename) { ${cases.join('\n')} }
  ${writeUntyped(shape)}n.broken = true; return null;`
          : `return ${fieldsName(shape.fieldsByType.get(shape.onlyType)!, shape.onlyType)}(d, v, n);`;
      functions.push(`function ${name}(d, v, n) {
  if (d == null) return null;
  if (typeof d !== 'object' || Array.isArray(d)) { n.broken = true; return null; }
  ${body}
}`);
      return name;
    });
  }

  function writeUntyped({ typeName, untyped }: ObjectShape): string {
    if (untyped === null) return '';
    const own = `d.__typename === undefined || d.__typename === ${JSON.stringify(typeName)}`;
    const { condition, fields } = untyped;
    return `if ((${own}) && ${condition ?? 'true'}) return ${fieldsName(fields, null)}(d, v, n);\n  `;
  }

  /** The function that writes the fields of an object whose type is known. */
  function fieldsName(fields: readonly FieldShape[], onlyType: string | null): string {
    return remember(fields, () => {
      const name = nextName('fields');
      const written = repeatedKeys(fields);
      functions.push(`function ${name}(d, v, n) {
  let s = '', r${[...written.values()].map((flag) => `, ${flag} = false`).join('')};
  ${fields.map((field) => writeField(field, onlyType, written.get(field.key))).join('\n  ')}
  return '{' + s.slice(1) + '}';
}`);
      return name;
    });
  }

  /** @param written the flag that tells whether a field of its name has been written; undefined when there is no other */
  function writeField(
    { key, source, name, condition, slot, access }: FieldShape,
    onlyType: string | null,
    written: string | undefined,
  ): string {
    const label = JSON.stringify(`,${JSON.stringify(key)}:`);
    const statement = writeValue();
    if (written) return `if (!${written} && ${condition ?? 'true'}) { ${written} = true; ${statement} }`;
    return condition === null ? statement : `if (${condition}) { ${statement} }`;

    function writeValue(): string {
      if (slot.shape.kind === 'ready') {
        return `r = n.ready.get(${JSON.stringify(key)}); if (r !== undefined) s += ${label} + r;`;
      }
      if (name === '__typename') {
        return onlyType === null
          ? `s += ${label} + '"' + d.__typename + '"';`
          : `s += ${JSON.stringify(`,${JSON.stringify(key)}:"${onlyType}"`)};`;
      }
      if (slot.shape.kind === 'refused') return `r = null;\n  ${onNull(slot)}\n  s += ${label} + r;`;
      const text = textOf(slot.shape, property('d', source));
      // What is fetched for other reasons, such as a key, may be there though it is refused.
      return `r = ${access?.readable ? `${access.readable} ? ${text} : null` : text};
  ${onNull(slot)}
  s += ${label} + r;`;
    }
  }

  function remember(key: unknown, make: () => string): string {
    const known = names.get(key);
    if (known !== undefined) return known;
    const made = make();
    names.set(key, made);
    return made;
  }

  function nextName(prefix: string): string {
    count += 1;
    return `${prefix}${count}`;
  }

  const top =
    root.onlyType === null
      ? objectName(root)
      : fieldsName(root.fieldsByType.get(root.onlyType)!, root.onlyType);
  const source = `'use strict';
${functions.join('\n')}
return ${top};`;
  return new Function('leaves', source)(leaves) as WriteData;
}

/** The names that may be written at one of several places, each with a flag of the generated function. */
function repeatedKeys(fields: readonly FieldShape[]): ReadonlyMap<string, string> {
  const groups = [...Map.groupBy(fields, ({ key }) => key)].filter(([, { length }]) => length > 1);
  return new Map(groups.map(([key], number) => [key, `w${number}`]));
}

/** A null in a place that allows none makes its parent null. */
function onNull({ nonNull }: Slot): string {
  return nonNull ? `if (r === null) { n.broken = true; return null; }` : '';
}

/** Reads a property that may bear the name of one that every object inherits. */
function property(object: string, key: string): string {
  const name = JSON.stringify(key);
  return key in Object.prototype
    ? `(Object.hasOwn(${object},${name})?${object}[${name}]:undefined)`
    : `${object}[${name}]`;
}
