import { type GraphQLLeafType, isEnumType, isSpecifiedScalarType } from 'graphql';

/** What the writer notes beside the text. */
export interface Notes {
  /** A null, or a value of a wrong type, stood where the schema allows none: explainNulls tells where. */
  broken: boolean;
}

/** The JSON of a leaf's value; null for null, and for a value that is not of the type, which is noted. */
export type WriteLeaf = (value: unknown, notes: Notes) => string | null;

// What JSON must escape, and lone surrogates, which UTF-8 cannot carry.
// eslint-disable-next-line no-control-regex -- they are what it looks for
const NEEDS_ESCAPE = /[\u0000-\u001f"\\\ud800-\udfff]/;

// Beyond it JSON.stringify is faster than looking at each character.
const SHORT = 64;

function quote(text: string): string {
  return text.length < SHORT && !NEEDS_ESCAPE.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** The writer of one leaf type. */
export function leafWriters(type: GraphQLLeafType): WriteLeaf {
  if (isEnumType(type)) return enumWriter(type.getValues().map(({ name }) => name));
  // A department's own scalar is whatever it sends.
  if (!isSpecifiedScalarType(type)) return (value) => (value == null ? null : JSON.stringify(value));
  const fast = FAST[type.name]!;
  return (value, notes) => fast(value) ?? slow(type, value, notes);
}

/** Values as departments send them; undefined for one that needs a second look. */
const FAST: Readonly<Record<string, (value: unknown) => string | undefined>> = {
  String: (value) => (typeof value === 'string' ? quote(value) : undefined),
  ID: (value) => (typeof value === 'string' ? quote(value) : undefined),
  Int: (value) => (typeof value === 'number' && (value | 0) === value ? `${value | 0}` : undefined),
  // JSON.parse makes 1e999 infinite, for which JSON has no word.
  Float: (value) => (Number.isFinite(value) ? `${value}` : undefined),
  Boolean: (value) => (value === true ? 'true' : value === false ? 'false' : undefined),
};

function slow(type: GraphQLLeafType, value: unknown, notes: Notes): string | null {
  if (value == null) return null;
  try {
    return JSON.stringify(type.serialize(value));
  } catch {
    notes.broken = true;
    return null;
  }
}

function enumWriter(names: readonly string[]): WriteLeaf {
  const texts = new Map<unknown, string>(names.map((name) => [name, `"${name}"`]));
  return (value, notes) => {
    const text = texts.get(value);
    if (text !== undefined) return text;
    if (value != null) notes.broken = true;
    return null;
  };
}
