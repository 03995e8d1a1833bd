import type { Random } from '@yiwang/testing/random-graph';

/** What the schema says of one field of the rows. */
export type Keeping = 'OPEN' | 'CONDITIONAL' | 'NOT_SHARED' | 'SENSITIVE';

export const FIELDS = ['a', 'b', 'c', 'd'] as const;
export type FieldName = (typeof FIELDS)[number];

/** One thing that may be given: how it is written in the schema, and what a resolver does with it. */
export interface Given {
  name: string;
  /** As in SDL. */
  type: string;
  /** As in SDL, with what it says of reading. */
  sdl: string;
  kind: 'VALUE' | 'VALUES' | 'RANGE' | 'FILTER' | 'FILTERS' | 'ORDER' | 'PART';
  /** Of the rows; null for what holds other filters. */
  field: FieldName | null;
}

/** A department with rows of which some fields are kept back, and arguments that find and order by them. */
export interface ArgumentsModel {
  keeping: ReadonlyMap<string, Keeping>;
  filter: readonly Given[];
  arguments: readonly Given[];
  /** What the list `sorted` is ordered by. */
  sortedBy: FieldName;
  /** What an argument with a default compares with. */
  defaultOn: FieldName;
  sdl: string;
}

/** Every field that may be kept back. */
export const COORDINATES = [...FIELDS.map((name) => `Row.${name}`), 'Row.part', 'Part.x', 'Part.y'];

export function makeArgumentsModel(random: Random): ArgumentsModel {
  const keeping = new Map(
    COORDINATES.map((coordinate) => [
      coordinate,
      random.pick<Keeping>(['OPEN', 'CONDITIONAL', 'CONDITIONAL', 'NOT_SHARED', 'SENSITIVE']),
    ]),
  );
  // Objects are not masked.
  if (keeping.get('Row.part') === 'SENSITIVE') keeping.set('Row.part', 'CONDITIONAL');
  const filter: Given[] = [
    ...givenFor(random, 'f'),
    { name: 'part', type: 'PartFilter', sdl: 'part: PartFilter', kind: 'PART', field: null },
    {
      name: 'and',
      type: '[Filter!]',
      sdl: 'and: [Filter!] @reads(fields: [])',
      kind: 'FILTERS',
      field: null,
    },
    { name: 'not', type: 'Filter', sdl: 'not: Filter @reads(fields: [])', kind: 'FILTER', field: null },
  ];
  const given: Given[] = [
    ...givenFor(random, 'g'),
    { name: 'filter', type: 'Filter', sdl: 'filter: Filter', kind: 'FILTER', field: null },
    { name: 'filters', type: '[Filter]', sdl: 'filters: [Filter]', kind: 'FILTERS', field: null },
    { name: 'orderBy', type: '[Order!]', sdl: 'orderBy: [Order!]', kind: 'ORDER', field: null },
  ];
  const sortedBy = random.pick(FIELDS);
  const defaultOn = random.pick(FIELDS);
  return { keeping, filter, arguments: given, sortedBy, defaultOn, sdl: write() };

  function write(): string {
    const fieldOf = (coordinate: string, type: string) => {
      const kept = keeping.get(coordinate)!;
      const said =
        kept === 'OPEN' ? '' : kept === 'SENSITIVE' ? '@sensitive(kind: PHONE)' : `@sharing(class: ${kept})`;
      return `${coordinate.split('.')[1]}: ${type} ${said}`;
    };
    return `
      type Query {
        rows(${given.map(({ sdl }) => sdl).join(', ')}): [Row!]
        page(filter: Filter): RowConnection
        sorted: [Row!] @reads(fields: ["Row.${sortedBy}"])
        standard(limit: String = "2" @reads(fields: ["Row.${defaultOn}"])): [Row!]
        row(id: ID!): Row
      }
      type RowConnection { edges: [RowEdge!]! }
      type RowEdge { node: Row! }
      input Filter { ${filter.map(({ sdl }) => sdl).join('\n')} }
      input PartFilter { x: String y: String }
      input Range { from: String to: String }
      enum Order { ${FIELDS.map((name) => `BY_${name} @reads(fields: ["Row.${name}"])`).join(' ')} }
      type Row @key(fields: "id") {
        id: ID!
        ${FIELDS.map((name) => fieldOf(`Row.${name}`, 'String')).join('\n')}
        ${fieldOf('Row.part', 'Part')}
        parts(x: String, upTo: String @reads(fields: ["Part.y"])): [Part!]
      }
      type Part { n: Int ${fieldOf('Part.x', 'String')} ${fieldOf('Part.y', 'String')} }`;
  }
}

/** For some fields: named like it, or otherwise with `@reads`; one value, several or a range. */
function givenFor(random: Random, prefix: string): Given[] {
  return FIELDS.flatMap((field): Given[] => {
    if (random.chance(0.2)) return [];
    const kind = random.pick(['VALUE', 'VALUES', 'RANGE'] as const);
    const type = { VALUE: 'String', VALUES: '[String!]', RANGE: 'Range' }[kind];
    if (random.chance(0.5)) return [{ name: field, type, sdl: `${field}: ${type}`, kind, field }];
    const name = `${prefix}_${field}`;
    return [{ name, type, sdl: `${name}: ${type} @reads(fields: ["Row.${field}"])`, kind, field }];
  });
}

export type Row = Record<FieldName, string> & { id: string; part: Part; parts: Part[] };
export interface Part {
  n: number;
  x: string;
  y: string;
}

export function makeRows(random: Random, count = 6): Row[] {
  const value = () => random.pick(['1', '2', '3']);
  const part = (n: number): Part => ({ n, x: value(), y: value() });
  return Array.from({ length: count }, (_, i) => ({
    id: `R${i}`,
    a: value(),
    b: value(),
    c: value(),
    d: value(),
    part: part(0),
    parts: [part(1), part(2), part(3)],
  }));
}

/** The same rows, but for the fields of the coordinates, which have other values. */
export function changeRows(rows: readonly Row[], coordinates: ReadonlySet<string>, random: Random): Row[] {
  const others = makeRows(random, rows.length);
  const partOf = (some: Part, other: Part): Part => ({
    n: some.n,
    x: coordinates.has('Part.x') ? other.x : some.x,
    y: coordinates.has('Part.y') ? other.y : some.y,
  });
  return rows.map((row, i) => {
    const other = others[i]!;
    const changed = { ...row };
    for (const name of FIELDS) if (coordinates.has(`Row.${name}`)) changed[name] = other[name];
    changed.part = coordinates.has('Row.part') ? other.part : partOf(row.part, other.part);
    changed.parts = row.parts.map((one, at) => partOf(one, other.parts[at]!));
    return changed;
  });
}
