import { type ConstValueNode, type FieldNode, Kind, type ValueNode } from 'graphql';
import type { FieldReads, InputReads } from './input-reads.ts';

export interface ReadVisitor {
  found(coordinate: string, by: string): void;
  /** A variable stands where a value of the input is expected. */
  variable(name: string, input: InputReads): void;
}

/** A place in an operation where the value of a variable decides what is read. */
export interface Probe {
  variable: string;
  input: InputReads;
  /** Of the variable's definition; undefined where it has none. */
  defaultValue: ConstValueNode | undefined;
}

/**
 * Finds what a selection reads beside its own value.
 *
 * @param reads of the selected field
 * @param coordinate of that field, which reads what is always read
 */
export function readSelection(
  { always, arguments: inputs }: FieldReads,
  coordinate: string,
  { arguments: given = [] }: FieldNode,
  visitor: ReadVisitor,
): void {
  for (const read of always) visitor.found(read, coordinate);
  const values = new Map(given.map(({ name, value }) => [name.value, value]));
  for (const [name, input] of inputs) {
    const value = values.get(name);
    if (value) readLiteral(input, value, visitor);
    else readValue(input, undefined, visitor);
  }
}

/** Finds what the value of a variable reads; its default where it is not given. */
export function readProbe(
  { variable, input, defaultValue }: Probe,
  variables: Readonly<Record<string, unknown>>,
  found: ReadVisitor['found'],
): void {
  const value = Object.hasOwn(variables, variable) ? variables[variable] : undefined;
  if (value === undefined && defaultValue) readLiteral(input, defaultValue, { found, variable: () => {} });
  else readValue(input, value, { found });
}

/** Finds what a literal reads. Null reads nothing. */
export function readLiteral(input: InputReads, value: ValueNode, visitor: ReadVisitor): void {
  switch (value.kind) {
    case Kind.NULL:
      return;
    case Kind.VARIABLE:
      return visitor.variable(value.name.value, input);
    case Kind.LIST:
      tellOwn(input, visitor);
      for (const item of value.values) readLiteral(input, item, visitor);
      return;
    case Kind.OBJECT: {
      tellOwn(input, visitor);
      const given = new Map(value.fields.map((field) => [field.name.value, field.value]));
      for (const [name, field] of input.fields ?? []) {
        const inner = given.get(name);
        if (inner) readLiteral(field, inner, visitor);
        else tellAbsent(field, visitor);
      }
      return;
    }
    case Kind.ENUM:
      tellOwn(input, visitor);
      return tellValue(input, value.value, visitor);
    default:
      tellOwn(input, visitor);
  }
}

/**
 * Finds what a value reads, in the form in which clients send variables; undefined stands for what is not given.
 *
 * @param nameOf turns an enum's value into its name, where values have another form inside a process
 */
export function readValue(
  input: InputReads,
  value: unknown,
  visitor: Pick<ReadVisitor, 'found'>,
  nameOf: (value: unknown) => unknown = (same) => same,
): void {
  // Clients may nest as deep as a body is long: no call for each level.
  const waiting: (readonly [InputReads, unknown])[] = [[input, value]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [at, given] = next;
    if (given === null) continue;
    if (given === undefined) {
      tellAbsent(at, visitor);
      continue;
    }
    tellOwn(at, visitor);
    if (Array.isArray(given)) {
      for (const item of given as unknown[]) if (item !== undefined) waiting.push([at, item]);
      continue;
    }
    if (at.values) {
      const name = nameOf(given);
      if (typeof name === 'string') tellValue(at, name, visitor);
    }
    if (!at.fields || typeof given !== 'object') continue;
    for (const [name, field] of at.fields) {
      // What objects inherit was not given.
      const isOwn = Object.hasOwn(given, name);
      waiting.push([field, isOwn ? (given as Record<string, unknown>)[name] : undefined]);
    }
  }
}

function tellOwn({ reads, coordinate: by }: InputReads, visitor: Pick<ReadVisitor, 'found'>): void {
  for (const coordinate of reads) visitor.found(coordinate, by);
}

function tellValue(
  { values, coordinate }: InputReads,
  name: string,
  visitor: Pick<ReadVisitor, 'found'>,
): void {
  for (const read of values?.get(name) ?? []) visitor.found(read, `${coordinate} ${name}`);
}

function tellAbsent({ whenAbsent }: InputReads, visitor: Pick<ReadVisitor, 'found'>): void {
  for (const { coordinate, by } of whenAbsent) visitor.found(coordinate, by);
}
