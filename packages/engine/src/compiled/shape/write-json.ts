import type { GraphQLLeafType } from 'graphql';
import type { Json } from '../run.ts';
import type { WriteData, WriterNotes } from './compile-writer.ts';
import { JsonSink } from './json-sink.ts';
import { leafWriters } from './leaf-writers.ts';

/** Writing never waits, so that one serves all. */
const sink = new JsonSink();

type Variables = Readonly<Record<string, unknown>>;

/** A GraphQL response without errors; its data is `null` when a null went all the way up. */
export function writeBody(write: WriteData, data: Json, variables: Variables, notes: WriterNotes): Buffer {
  sink.clear();
  sink.ascii('{"data":');
  if (!write(data, variables, notes, sink)) sink.null();
  sink.ascii('}');
  return sink.take();
}

/** JSON of an object; null when a null went all the way up. */
export function writeText(
  write: WriteData,
  data: Json,
  variables: Variables,
  notes: WriterNotes,
): string | null {
  sink.clear();
  return write(data, variables, notes, sink) ? sink.take().toString() : null;
}

/** Whether a value is of a type. */
export function canWrite(type: GraphQLLeafType, value: unknown): boolean {
  sink.clear();
  const notes = { broken: false };
  return leafWriters(type)(value, notes, sink) && !notes.broken;
}
