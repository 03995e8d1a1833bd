import { ownProperty } from '../own-property.ts';
import type { Json } from '../run.ts';
import type { JsonSink } from './json-sink.ts';
import { isWrittenAsText, leafWriters, type Notes } from './leaf-writers.ts';
import type { FieldShape, ObjectShape, ReadyShape, RefusedShape, Shape, Slot } from './shape.ts';

type Written = Exclude<Shape, ReadyShape | RefusedShape>;

/**
 * Writes the answer's JSON straight from the merged data: only what the operation asks for, in its
 * order, with its names. False, with nothing written, when a null went all the way up.
 */
export type WriteData = (
  data: Json,
  variables: Readonly<Record<string, unknown>>,
  notes: WriterNotes,
  sink: JsonSink,
) => boolean;

export interface WriterNotes extends Notes {
  /** What goes into the places of a {@link ReadyShape}, as JSON by response name. */
  ready: ReadonlyMap<string, string>;
}

/** Longer labels are copied; so are all others of an operation so large that its code would be too. */
const LONGEST_INLINE = 64;
const MOST_INLINE = 16 * 1024;

/**
 * Generates the writer of one shape: a function an object form, with every name and type decided
 * now and only values left for later. More than twice as fast as JSON.stringify of a tree that would first
 * have to be built, and the answer is encoded already.
 *
 * A generated function takes a value `d`, the variables `v`, the notes `n` and the sink `o`. It writes the value, or nothing
 * and returns false for null; who calls it decides what null means in its place.
 */
export function compileWriter(root: ObjectShape): WriteData {
  const functions: string[] = [];
  const constants: unknown[] = [];
  const names = new Map<unknown, string>();
  let count = 0;
  let inlined = 0;

  /** An expression that writes the value that `d` reads, and is false for null. `x` is free to be used. */
  function writing(shape: Written, d: string): string {
    if (shape.kind === 'leaf') {
      const leaf = remember(shape.type, () => constant(leafWriters(shape.type)));
      // Most values are texts: here they need no call that depends on the type.
      return isWrittenAsText(shape.type)
        ? `(typeof (x = ${d}) === 'string' ? o.string(x) : ${leaf}(x, n, o))`
        : `${leaf}(${d}, n, o)`;
    }
    const name = shape.kind === 'list' ? listName(shape) : objectName(shape);
    return `${name}(${d}, v, n, o)`;
  }

  function listName(shape: Shape & { kind: 'list' }): string {
    return remember(shape, () => {
      const name = nextName('list');
      const { shape: item, nonNull } = shape.item as Slot & { shape: Written };
      functions.push(`function ${name}(d, v, n, o) {
  if (d == null) return false;
  if (!Array.isArray(d)) { n.broken = true; return false; }
  const start = o.at;
  let x;
  for (let i = 0; i < d.length; i++) {
    o.comma();
    if (!${writing(item, 'd[i]')}) { ${onNull(nonNull)} }
  }
  return o.close(start, ${OPEN_LIST}, ${CLOSE_LIST});
}`);
      return name;
    });
  }

  function objectName(shape: ObjectShape): string {
    return remember(shape, () => {
      const name = nextName('object');
      const cases = [...Map.groupBy(shape.fieldsByType, ([, fields]) => fields)].map(([fields, types]) => {
        const labels = types.map(([type]) => `case ${JSON.stringify(type)}:`).join(' ');
        return `${labels} return ${fieldsName(fields, shape.onlyType)}(d, v, n, o);`;
      });
      const body =
        shape.onlyType === null
          ? `switch (d.__typename) { ${cases.join('\n')} }
  ${writeUntyped(shape)}n.broken = true; return false;`
          : `return ${fieldsName(shape.fieldsByType.get(shape.onlyType)!, shape.onlyType)}(d, v, n, o);`;
      functions.push(`function ${name}(d, v, n, o) {
  if (d == null) return false;
  if (typeof d !== 'object' || Array.isArray(d)) { n.broken = true; return false; }
  ${body}
}`);
      return name;
    });
  }

  function writeUntyped({ typeName, untyped }: ObjectShape): string {
    if (untyped === null) return '';
    const own = `d.__typename === undefined || d.__typename === ${JSON.stringify(typeName)}`;
    const { condition, fields } = untyped;
    return `if ((${own}) && ${condition ?? 'true'}) return ${fieldsName(fields, null)}(d, v, n, o);\n  `;
  }

  /** The function that writes the fields of an object whose type is known. */
  function fieldsName(fields: readonly FieldShape[], onlyType: string | null): string {
    return remember(fields, () => {
      const name = nextName('fields');
      const written = repeatedKeys(fields);
      functions.push(`function ${name}(d, v, n, o) {
  const start = o.at;
  let x, b, p${[...written.values()].map((flag) => `, ${flag} = false`).join('')};
  ${fields.map((field) => writeField(field, onlyType, written.get(field.key))).join('\n  ')}
  return o.close(start, ${OPEN_OBJECT}, ${CLOSE_OBJECT});
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
    const label = `,${JSON.stringify(key)}:`;
    const statement = writeValue();
    if (written) return `if (!${written} && ${condition ?? 'true'}) { ${written} = true; ${statement} }`;
    return condition === null ? statement : `if (${condition}) { ${statement} }`;

    function writeValue(): string {
      const { shape, nonNull } = slot;
      if (shape.kind === 'ready') {
        const ready = `n.ready.get(${JSON.stringify(key)})`;
        return `if (${ready} !== undefined) { ${put(label)} o.json(${ready}); }`;
      }
      if (name === '__typename') {
        return `${put(label)} o.ascii('"' + ${onlyType === null ? 'd.__typename' : JSON.stringify(onlyType)} + '"');`;
      }
      if (shape.kind === 'refused') return `${put(label)} ${onNull(nonNull)}`;
      const value = writing(shape, ownProperty('d', source));
      // What is fetched for other reasons, such as a key, may be there though it is refused.
      const isWritten = access?.readable ? `(${access.readable}) && ${value}` : value;
      return `${put(label)} if (!(${isWritten})) { ${onNull(nonNull)} }`;
    }
  }

  /** Statements that write a text of ASCII, for which there is room. */
  function put(text: string): string {
    if (text.length > LONGEST_INLINE || inlined + text.length > MOST_INLINE) {
      return `o.label(${remember(text, () => constant(Buffer.from(text)))});`;
    }
    inlined += text.length;
    const bytes = [...Buffer.from(text)].map((byte, i) => `b[p + ${i}] = ${byte};`);
    return `b = o.bytes; p = o.at; ${bytes.join(' ')} o.at = p + ${text.length};`;
  }

  function constant(value: unknown): string {
    return `c${constants.push(value) - 1}`;
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
  const parameters = constants.map((_, i) => `c${i}`);
  const source = `'use strict';
${functions.join('\n')}
return ${top};`;
  return new Function(...parameters, source)(...constants) as WriteData;
}

/** The names that may be written at one of several places, each with a flag of the generated function. */
function repeatedKeys(fields: readonly FieldShape[]): ReadonlyMap<string, string> {
  const groups = [...Map.groupBy(fields, ({ key }) => key)].filter(([, { length }]) => length > 1);
  return new Map(groups.map(([key], number) => [key, `w${number}`]));
}

/** A null in a place that allows none makes its parent null. */
function onNull(nonNull: boolean): string {
  return nonNull ? 'n.broken = true; o.at = start; return false;' : 'o.null();';
}

const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = Buffer.from('{}[]');
