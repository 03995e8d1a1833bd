import { type GraphQLLeafType, type GraphQLScalarType, isEnumType, isSpecifiedScalarType } from 'graphql';
import type { JsonSink } from './json-sink.ts';

/** What the writer notes beside the text. */
export interface Notes {
  /** A null, or a value of a wrong type, stood where the schema allows none: explainNulls tells where. */
  broken: boolean;
}

/** Writes a leaf's value. False, with nothing written, for null and for a value that is not of the type, which is noted. */
export type WriteLeaf = (value: unknown, notes: Notes, sink: JsonSink) => boolean;

/** The writer of one leaf type. */
export function leafWriters(type: GraphQLLeafType): WriteLeaf {
  if (isEnumType(type)) return enumWriter(type.getValues().map(({ name }) => name));
  const fast = fastWriter(type);
  return (value, notes, sink) => fast(value, sink) || slow(type, value, notes, sink);
}

/** Whether a string of the type is written as it is. */
export function isWrittenAsText(type: GraphQLLeafType): boolean {
  return !isEnumType(type) && fastWriter(type) === writeText;
}

function fastWriter(type: GraphQLScalarType): WriteFast {
  // A department's own scalar is whatever it sends, which it serializes to.
  return isSpecifiedScalarType(type) ? FAST[type.name]! : writeText;
}

type WriteFast = (value: unknown, sink: JsonSink) => boolean;

const writeText: WriteFast = (value, sink) => typeof value === 'string' && sink.string(value);

/** Values as departments send them; false for one that needs a second look. */
const FAST: Readonly<Record<string, WriteFast>> = {
  String: writeText,
  ID: writeText,
  Int: (value, sink) => typeof value === 'number' && (value | 0) === value && sink.number(value),
  // JSON.parse makes 1e999 infinite, for which JSON has no word.
  Float: (value, sink) => typeof value === 'number' && Number.isFinite(value) && sink.number(value),
  Boolean: (value, sink) => typeof value === 'boolean' && sink.ascii(value ? 'true' : 'false'),
};

function slow(type: GraphQLLeafType, value: unknown, notes: Notes, sink: JsonSink): boolean {
  if (value == null) return false;
  try {
    return sink.json(JSON.stringify(type.serialize(value)));
  } catch {
    // It is not of the type, or nested deeper than can be written.
    notes.broken = true;
    return false;
  }
}

function enumWriter(names: readonly string[]): WriteLeaf {
  const texts = new Map<unknown, string>(names.map((name) => [name, `"${name}"`]));
  return (value, notes, sink) => {
    const text = texts.get(value);
    if (text !== undefined) return sink.ascii(text);
    if (value != null) notes.broken = true;
    return false;
  };
}
