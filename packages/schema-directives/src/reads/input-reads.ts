/**
 * How it is known what an argument or input field reads: `@reads` says so (DECLARED), it is named like a field of the rows
 * (NAME), it is part of something of which that is known (COVERED), each of its enum values says so (VALUES), its input
 * fields say so (FIELDS), it names the one object by its key (KEY), or it only says where a page begins and ends (PAGING).
 * UNKNOWN: the schema does not say.
 */
export type ReadOrigin = 'DECLARED' | 'NAME' | 'COVERED' | 'VALUES' | 'FIELDS' | 'KEY' | 'PAGING' | 'UNKNOWN';

/** What an argument or an input field reads when it is given. Plain data; recursive input types make it a cycle. */
export interface InputReads {
  /** Schema coordinate: `Query.parcels(filter:)` or `ParcelFilter.bbox`. */
  coordinate: string;
  origin: ReadOrigin;
  /** Coordinates of the fields that any value but null reads, sorted. */
  reads: readonly string[];
  /** What its input fields read besides, by name. Null for what is no input object. */
  fields: ReadonlyMap<string, InputReads> | null;
  /** What enum values read besides, by name; only of those that say so. Null for what is no enum. */
  values: ReadonlyMap<string, readonly string[]> | null;
  /** What is read when it is left out, because of its default. */
  whenAbsent: readonly FoundDefault[];
}

/** A field that is read, and the coordinate of the argument, input field or enum value that reads it. */
export interface FoundDefault {
  coordinate: string;
  by: string;
}

/** What one field of a type reads beside its own value. */
export interface FieldReads {
  /** Coordinates that `@reads` of the field itself names: what decides about the order of a list. Sorted. */
  always: readonly string[];
  /** By the name of the argument. */
  arguments: ReadonlyMap<string, InputReads>;
}

/** By the coordinate of a field; fields without arguments and without `@reads` are left out. */
export type ArgumentReads = ReadonlyMap<string, FieldReads>;

/** Every coordinate that some value of it reads, with all that is in it. */
export function reachableReads(input: InputReads): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<InputReads>();
  collect(input);
  return found;

  function collect(one: InputReads): void {
    if (seen.has(one)) return;
    seen.add(one);
    for (const coordinate of one.reads) found.add(coordinate);
    for (const { coordinate } of one.whenAbsent) found.add(coordinate);
    for (const reads of one.values?.values() ?? []) for (const coordinate of reads) found.add(coordinate);
    for (const field of one.fields?.values() ?? []) collect(field);
  }
}

/**
 * Keeps the fields that may read something restricted, each with the arguments that may.
 *
 * @param matters whether a coordinate is restricted; asked about every coordinate that can be read, so that it may collect them
 */
export function restrictedReads(
  reads: ArgumentReads,
  matters: (coordinate: string) => boolean,
): Map<string, FieldReads> {
  const kept = new Map<string, FieldReads>();
  for (const [coordinate, field] of reads) {
    const always = field.always.filter(matters);
    const given = [...field.arguments].filter(
      ([, input]) => [...reachableReads(input)].filter(matters).length > 0,
    );
    if (always.length + given.length > 0) kept.set(coordinate, { always, arguments: new Map(given) });
  }
  return kept;
}
