import { Supergraph } from '@apollo/federation-internals';
import { lexicographicSortSchema, parse, printSchema } from 'graphql';
import { expect, test } from 'vitest';
import { applyContract, composeSupergraph, diffSchemas, type SubgraphInput } from '../src/index.ts';
import { buildApiSchema } from '../src/diff/api-schema.ts';
import { department, OPEN, realDepartments } from './support/departments.ts';
import { randomGraph } from './support/random-graphs.ts';

const TYPES = `
type Query { ships(filter: ShipFilter): [Ship!] @listSize(assumedSize: 9) any: Any }
input ShipFilter { kind: Kind inner: Inner } input Inner { from: Int }
enum Kind { FERRY TUG }
type Ship @key(fields: "id") ${OPEN} { id: ID! name: String kind: Kind length(unit: String): Float }
type Buoy ${OPEN} { lit: Boolean }
union Any = Ship | Buoy
`;
const crew = department('crew', `type Ship @key(fields: "id") { id: ID! crew: Int ${OPEN} }`);

const compose = (...graph: SubgraphInput[]) => composeSupergraph(graph).supergraphSdl;

/** What changes when a part of the ships' SDL is replaced: `SEVERITY KIND coordinate (affects)`. */
async function changesFor(part: string, instead: string): Promise<string[]> {
  expect(TYPES).toContain(part);
  const before = compose(department('ships', TYPES), crew);
  const after = compose(department('ships', TYPES.replace(part, instead)), crew);
  const changes = await diffSchemas(before, after);
  return changes.map((change) =>
    [change.severity, change.kind, change.coordinate, `(${change.affects.join(' ')})`].join(' '),
  );
}

test.each([
  ['name: String', '', ['BREAKING FIELD_REMOVED Ship.name (Ship.name)']],
  ['name: String', 'name: String!', ['SAFE FIELD_TYPE_CHANGED Ship.name ()']],
  ['name: String', 'name: Int', ['BREAKING FIELD_TYPE_CHANGED Ship.name (Ship.name)']],
  ['name: String', 'name: String flag: String', ['SAFE FIELD_ADDED Ship.flag ()']],
  ['FERRY TUG', 'FERRY', ['BREAKING ENUM_VALUE_REMOVED Kind.TUG (Query.ships Ship.kind)']],
  ['FERRY TUG', 'FERRY TUG LINER', ['DANGEROUS ENUM_VALUE_ADDED Kind.LINER (Query.ships Ship.kind)']],
  ['from: Int', 'from: Int!', ['BREAKING INPUT_FIELD_TYPE_CHANGED Inner.from (Query.ships)']],
  ['from: Int', 'from: Int to: Int!', ['BREAKING INPUT_FIELD_ADDED Inner.to (Query.ships)']],
  [
    'unit: String',
    'unit: String!',
    ['BREAKING FIELD_ARGUMENT_TYPE_CHANGED Ship.length(unit:) (Ship.length)'],
  ],
  ['length(unit: String)', 'length', ['BREAKING FIELD_ARGUMENT_REMOVED Ship.length(unit:) (Ship.length)']],
  ['Ship | Buoy', 'Ship', ['BREAKING UNION_MEMBER_REMOVED Any (Query.any)']],
])('%s → %j tells whom it matters to', async (part, instead, expected) => {
  expect(await changesFor(part, instead)).toEqual(expected);
});

test('a type that goes matters to who uses its fields or what leads to it', async () => {
  const without = TYPES.replace(/type Buoy.*\n/, '').replace(' | Buoy', '');
  const changes = await diffSchemas(
    compose(department('ships', TYPES)),
    compose(department('ships', without)),
  );

  expect(changes).toMatchObject([
    { kind: 'UNION_MEMBER_REMOVED' },
    { kind: 'TYPE_REMOVED', severity: 'BREAKING', coordinate: 'Buoy', affects: ['Buoy.lit'] },
  ]);
});

test('nothing changes for clients when only departments, addresses, tags or sharing do', async () => {
  const before = compose(department('ships', TYPES), crew);
  const moved = { ...crew, url: 'http://elsewhere.example/' };
  const after = compose(
    department('ships', TYPES.replace('name: String', `name: String @tag(name: "internal") ${OPEN}`)),
    moved,
  );

  expect(await diffSchemas(before, after)).toEqual([]);
  expect(await diffSchemas(before, before)).toEqual([]);
});

test('a key that is renamed is told as breaking, with what to do', async () => {
  const ships = (key: string) => department('ships', TYPES.replace('fields: "id"', `fields: "${key}"`));
  const alone = await diffSchemas(compose(ships('id')), compose(ships('id name')));

  expect(alone).toEqual([
    {
      kind: 'KEY_CHANGED',
      severity: 'BREAKING',
      coordinate: 'Ship',
      affects: ['Ship.id', 'Ship.kind', 'Ship.length', 'Ship.name'],
      message:
        'The key of Ship in ships changes from "id" to "id name": departments that refer to Ship by "id" can no longer be joined with it there. Keep the old key beside the new one, @key(fields: "id"), until every department has moved.',
    },
  ]);
});

test('a key that is removed is told as breaking; one that is added is not', async () => {
  const ships = (keys: string) => compose(department('ships', TYPES.replace('@key(fields: "id")', keys)));
  const both = ships('@key(fields: "id") @key(fields: "name")');

  expect(await diffSchemas(both, ships('@key(fields: "id")'))).toMatchObject([
    {
      kind: 'KEY_REMOVED',
      coordinate: 'Ship',
      message: expect.stringContaining('ships no longer answers for Ship by the key "name"'),
    },
  ]);
  expect(await diffSchemas(ships('@key(fields: "id")'), both)).toEqual([]);
});

test('what clients may ask is what Apollo says they may, of real, random and restricted graphs', () => {
  const graphs = [
    realDepartments(),
    ...['a', 'b', 'c', 'd', 'e', 'f'].map((seed) => randomGraph(seed).subgraphs),
  ];
  const real = compose(...graphs[0]!);
  const supergraphs = [
    ...graphs.map((graph) => compose(...graph)),
    applyContract(real, { excludeTags: ['departments'] }),
  ];

  for (const supergraph of supergraphs) {
    const theirs = Supergraph.build(supergraph, { supportedFeatures: null }).apiSchema().toGraphQLJSSchema();
    const ours = buildApiSchema(parse(supergraph));
    expect(printSchema(lexicographicSortSchema(ours))).toBe(printSchema(lexicographicSortSchema(theirs)));
  }
});
