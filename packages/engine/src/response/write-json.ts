import { type GraphQLLeafType, type GraphQLScalarType, isEnumType, isSpecifiedScalarType } from 'graphql';
import type { Json } from '../core/run.ts';
import { JsonSink } from './json-sink.ts';

/**
 * Writes the answer's JSON straight from the merged data: only what the operation selects, in its order, with its
 * names. Returns false, with nothing written, when a null propagated to the root.
 */
export type WriteData = (
  data: Json,
  variables: Readonly<Record<string, unknown>>,
  notes: WriterNotes,
  sink: JsonSink,
) => boolean;

export interface WriterNotes extends Notes {
  /** JSON by response name for the places of a {@link ReadyShape}. */
  ready: ReadonlyMap<string, string>;
}

/** Writing is synchronous, so one sink serves all. */
const sink = new JsonSink();

type Variables = Readonly<Record<string, unknown>>;

/** Writes a GraphQL response without errors; its data is `null` when a null propagated to the root. */
export function writeBody(write: WriteData, data: Json, variables: Variables, notes: WriterNotes): Buffer {
  sink.clear();
  sink.ascii('{"data":');
  if (!write(data, variables, notes, sink)) sink.null();
  sink.ascii('}');
  return sink.take();
}

/** Writes the JSON of an object; null when a null propagated to it. */
export function writeText(
  write: WriteData,
  data: Json,
  variables: Variables,
  notes: WriterNotes,
): string | null {
  sink.clear();
  return write(data, variables, notes, sink) ? sink.take().toString() : null;
}

/** Returns whether a value has the type. */
export function canWrite(type: GraphQLLeafType, value: unknown): boolean {
  sink.clear();
  const notes = { broken: false };
  return leafWriters(type)(value, notes, sink) && !notes.broken;
}

/** What the writer records besides the text. */
export interface Notes {
  /**
   * Whether there was a null, or a value of a wrong type, where the schema does not allow it: nullPropagationErrors
   * finds out where.
   */
  broken: boolean;
}

/**
 * Writes a leaf's value. Returns false, with nothing written, for null and for a value of another type, which is
 * recorded.
 */
type WriteLeaf = (value: unknown, notes: Notes, sink: JsonSink) => boolean;

/** Returns the writer of one leaf type. */
export function leafWriters(type: GraphQLLeafType): WriteLeaf {
  if (isEnumType(type)) return enumWriter(type.getValues().map(({ name }) => name));
  const fast = fastWriter(type);
  return (value, notes, sink) => fast(value, sink) || slow(type, value, notes, sink);
}

/** Returns whether strings of the type are written unchanged. */
export function isWrittenAsText(type: GraphQLLeafType): boolean {
  return !isEnumType(type) && fastWriter(type) === writeString;
}

function fastWriter(type: GraphQLScalarType): WriteFast {
  // A custom scalar is whatever the subgraph sends.
  return isSpecifiedScalarType(type) ? FAST[type.name]! : writeString;
}

type WriteFast = (value: unknown, sink: JsonSink) => boolean;

const writeString: WriteFast = (value, sink) => typeof value === 'string' && sink.string(value);

/** Fast writers for the usual values; false for a value that needs a closer look. */
const FAST: Readonly<Record<string, WriteFast>> = {
  String: writeString,
  ID: writeString,
  Int: (value, sink) => typeof value === 'number' && (value | 0) === value && sink.number(value),
  // JSON.parse turns 1e999 into Infinity, which JSON cannot represent.
  Float: (value, sink) => typeof value === 'number' && Number.isFinite(value) && sink.number(value),
  Boolean: (value, sink) => typeof value === 'boolean' && sink.ascii(value ? 'true' : 'false'),
};

function slow(type: GraphQLLeafType, value: unknown, notes: Notes, sink: JsonSink): boolean {
  if (value == null) return false;
  try {
    return sink.json(JSON.stringify(type.serialize(value)));
  } catch {
    // It has another type, or is nested too deeply to be written.
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
