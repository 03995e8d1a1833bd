import { parse, parseValue } from 'graphql';
import { expect, test } from 'vitest';
import { type InputReads, reachableReads, readArgumentReads, readLiteral, readValue } from '../src/index.ts';

const SDL = `
  type Query {
    parcels(filter: ParcelFilter, first: Int! = 20, after: String, orderBy: ParcelOrder): ParcelConnection
    parcel(code: ID!, holder: ID, at: String): Parcel
    byIdentity(identityNumber: ID!): Person
    holders(name: String, marker: Int = 1 @reads(fields: ["Firm.mark"])): [Holder!]
    everything(where: Where): [Parcel!]
    newest: [Parcel!] @reads(fields: ["Parcel.registeredOn"])
    count(region: ID): Int
  }
  enum ParcelOrder { CODE @reads(fields: ["Parcel.code"]) REGISTERED_ON @reads(fields: ["Parcel.registeredOn"]) }
  input ParcelFilter {
    bbox: Box @reads(fields: ["Parcel.geometry", "Polygon.coordinates"])
    region: ID
    area: Range
    holder: HolderFilter
    and: [ParcelFilter!] @reads(fields: [])
    aged: Boolean = true @reads(fields: ["Parcel.registeredOn"])
  }
  extend input ParcelFilter { near: Int }
  input Box { west: Float! region: ID }
  input Range { from: Float to: Float }
  input HolderFilter { name: String phone: String }
  input Where { or: [Where!] filter: ParcelFilter = { holder: { name: "x" } } }
  type ParcelConnection { edges: [ParcelEdge!]! }
  type ParcelEdge { node: Parcel! }
  type Parcel @key(fields: "code") { code: ID! region: ID area: Float registeredOn: String geometry: Polygon holder: Firm }
  type Polygon { coordinates: [Float!] }
  interface Holder { name: String }
  type Firm implements Holder { name: String mark: Int }
  type Person implements Holder @key(fields: "identityNumber") { name: String identityNumber: ID! @sensitive(kind: IDENTITY_NUMBER) }
`;
const reads = readArgumentReads(parse(SDL));

function argument(field: string, name: string): InputReads {
  return reads.get(`Query.${field}`)!.arguments.get(name)!;
}

/** By what is read, the arguments that read it; variables as $name. */
function readsOf(input: InputReads, literal: string): Record<string, string> {
  const found: Record<string, string> = {};
  readLiteral(input, parseValue(literal), {
    found: (coordinate, by) => (found[coordinate] = by),
    variable: (name, at) => (found[`$${name}`] = at.coordinate),
  });
  return found;
}

test('an argument reads the fields that its directive names, else the field of the rows that it is named like', () => {
  expect(readsOf(argument('parcels', 'filter'), '{ bbox: { west: 1 }, region: "32", aged: null }')).toEqual({
    'Parcel.geometry': 'ParcelFilter.bbox',
    'Polygon.coordinates': 'ParcelFilter.bbox',
    'Parcel.region': 'ParcelFilter.region',
  });
  expect(readsOf(argument('holders', 'name'), '"x"')).toEqual({
    'Holder.name': 'Query.holders(name:)',
    'Firm.name': 'Query.holders(name:)',
    'Person.name': 'Query.holders(name:)',
  });
});

test('what is in a filter of what a row leads to reads the fields of that', () => {
  expect(readsOf(argument('parcels', 'filter'), '{ holder: { name: "x", phone: "1" }, aged: null }')).toEqual(
    {
      'Parcel.holder': 'ParcelFilter.holder',
      'Firm.name': 'HolderFilter.name',
    },
  );
});

test('filters within filters read as they do at the top, however deep and in lists or not', () => {
  const deep = '{ or: [{ or: { filter: { and: [{ and: { region: "3" } }] } } }], filter: null }';
  expect(readsOf(argument('everything', 'where'), deep)).toMatchObject({
    'Parcel.region': 'ParcelFilter.region',
  });
});

test('a value is read however deep it is', () => {
  let value: unknown = { region: '32' };
  for (let depth = 0; depth < 200_000; depth++) value = { and: [value] };
  const found = new Set<string>();
  readValue(argument('parcels', 'filter'), value, { found: (coordinate) => void found.add(coordinate) });
  expect([...found].sort()).toEqual(['Parcel.region', 'Parcel.registeredOn']);
});

test('values of enums read what they say', () => {
  expect(readsOf(argument('parcels', 'orderBy'), 'REGISTERED_ON')).toEqual({
    'Parcel.registeredOn': 'Query.parcels(orderBy:) REGISTERED_ON',
  });
});

test('a default reads where the value is left out, and null reads nothing', () => {
  expect(readsOf(argument('parcels', 'filter'), '{}')).toEqual({
    'Parcel.registeredOn': 'ParcelFilter.aged',
  });
  expect(readsOf(argument('parcels', 'filter'), 'null')).toEqual({});
  expect(argument('holders', 'marker').whenAbsent).toEqual([
    { coordinate: 'Firm.mark', by: 'Query.holders(marker:)' },
  ]);
  expect(readsOf(argument('everything', 'where'), '{}')).toEqual({
    'Parcel.holder': 'ParcelFilter.holder',
    'Firm.name': 'HolderFilter.name',
    'Parcel.registeredOn': 'ParcelFilter.aged',
  });
});

test('a variable is told where it stands, and its value reads as a literal would', () => {
  const filter = argument('parcels', 'filter');
  expect(readsOf(filter, '{ bbox: $box, and: [{ region: $r }, $other], aged: $aged }')).toEqual({
    $box: 'ParcelFilter.bbox',
    $r: 'ParcelFilter.region',
    $other: 'ParcelFilter.and',
    $aged: 'ParcelFilter.aged',
    'Parcel.registeredOn': 'ParcelFilter.aged',
  });
  const found = new Set<string>();
  const into = { found: (coordinate: string) => void found.add(coordinate) };
  readValue(filter, { and: { bbox: { west: 1 } }, aged: null, __proto__: { region: '32' } }, into);
  expect([...found].sort()).toEqual(['Parcel.geometry', 'Parcel.registeredOn', 'Polygon.coordinates']);
  found.clear();
  readValue(argument('parcels', 'orderBy'), 'CODE', into);
  readValue(filter, undefined, into);
  expect([...found]).toEqual(['Parcel.code']);
});

test('the schema does not say it of arguments that are named like nothing', () => {
  const originOf = (field: string, name: string) => argument(field, name).origin;
  expect(originOf('parcels', 'first')).toBe('PAGING');
  expect(originOf('parcels', 'orderBy')).toBe('VALUES');
  expect(originOf('parcel', 'at')).toBe('UNKNOWN');
  expect(originOf('count', 'region')).toBe('UNKNOWN');
  const filter = argument('parcels', 'filter').fields!;
  expect(filter.get('near')!.origin).toBe('UNKNOWN');
  expect(filter.get('area')!.fields!.get('from')!.origin).toBe('COVERED');
  expect(filter.get('bbox')!.fields!.get('west')!.origin).toBe('COVERED');
});

test('the key of the one object that is asked for reads nothing, unless it is masked', () => {
  expect(argument('parcel', 'code')).toMatchObject({ origin: 'KEY', reads: [] });
  expect(argument('parcel', 'holder').reads).toEqual(['Parcel.holder']);
  expect(argument('byIdentity', 'identityNumber').reads).toEqual(['Person.identityNumber']);
});

test('keys of a supergraph are known by how that writes them, and other names of the directives', () => {
  const supergraph = `type Query { a(id: ID!, x: Int @r(fields: ["A.y"])): A }
    type A @join__type(graph: ONE, key: "id") @join__type(graph: TWO, key: "other { id }") { id: ID! y: Int }`;
  const names = { reads: 'r', key: 'join__type', sensitive: 's' };
  const given = readArgumentReads(parse(supergraph), names).get('Query.a')!.arguments;
  expect([...given.values()].map(({ origin, reads }) => [origin, reads])).toEqual([
    ['KEY', []],
    ['DECLARED', ['A.y']],
  ]);
});

test('all that an argument may read is known, also of an input type that holds itself', () => {
  expect([...reachableReads(argument('everything', 'where'))].sort()).toEqual([
    'Firm.name',
    'Parcel.area',
    'Parcel.geometry',
    'Parcel.holder',
    'Parcel.region',
    'Parcel.registeredOn',
    'Polygon.coordinates',
  ]);
  expect(reads.get('Query.newest')!.always).toEqual(['Parcel.registeredOn']);
});
