import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { buildSchema, type GraphQLObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import {
  COMPOSITION_LIBRARIES,
  CompositionError,
  type CompositionFault,
  composeSupergraph as composeWith,
  type SubgraphInput,
} from '../src/index.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';

const shops = subgraph(
  'shops',
  'type Query { shop(id: ID!): Shop } type Shop @key(fields: "id") { id: ID! name: String! }',
);
const visits = subgraph('visits', 'type Shop @key(fields: "id") { id: ID! visits: Int }');

function subgraph(name: string, types: string): SubgraphInput {
  return { name, url: `http://${name}.example/graphql`, sdl: `${LINK}\n${types}` };
}

describe.each(COMPOSITION_LIBRARIES)('composed by %s', (library) => {
  const composeSupergraph = (subgraphs: readonly SubgraphInput[]) => composeWith(subgraphs, library);

  function faultsOf(...subgraphs: SubgraphInput[]): readonly CompositionFault[] {
    try {
      composeSupergraph(subgraphs);
    } catch (error) {
      if (error instanceof CompositionError) return error.errors;
      throw error;
    }
    throw new Error('These subgraphs compose.');
  }

  test('two departments become one schema that knows the address of each', () => {
    const { supergraphSdl, hints } = composeSupergraph([shops, visits]);

    const shop = buildSchema(supergraphSdl).getType('Shop') as GraphQLObjectType;
    expect(Object.keys(shop.getFields())).toEqual(['id', 'name', 'visits']);
    expect(supergraphSdl).toContain('@join__graph(name: "shops", url: "http://shops.example/graphql")');
    expect(supergraphSdl).toContain('@join__graph(name: "visits", url: "http://visits.example/graphql")');
    expect(hints).toEqual([]);
  });

  test('the order of the departments does not change a byte, and the input is left as it was', () => {
    const forward = [shops, visits];
    const backward = [visits, shops];

    expect(composeSupergraph(backward)).toEqual(composeSupergraph(forward));
    expect(backward).toEqual([visits, shops]);
  });

  test('two departments that disagree on a type are both named, with the line of each', () => {
    const faults = faultsOf(
      subgraph('a', 'type Query { n: Int @shareable }'),
      subgraph('b', '\ntype Query { n: String @shareable }'),
    );

    expect(faults).toEqual([
      {
        code: 'FIELD_TYPE_MISMATCH',
        message: expect.stringContaining('"Query.n"'),
        help: expect.stringContaining('Agree on one type'),
        subgraphs: ['a', 'b'],
        locations: [
          { subgraph: 'a', line: 2, column: 14 },
          { subgraph: 'b', line: 3, column: 14 },
        ],
      },
    ]);
  });

  test('a fault at something described points at its name, not at the description above it', () => {
    const faults = faultsOf(
      subgraph('a', 'type Query { n: Int @shareable }'),
      subgraph('b', 'type Query {\n"What it is."\nn: String @shareable }'),
    );

    expect(faults[0]!.locations).toEqual([
      { subgraph: 'a', line: 2, column: 14 },
      { subgraph: 'b', line: 4, column: 1 },
    ]);
  });

  test('a field that two departments own is reported with both places', () => {
    const faults = faultsOf(subgraph('a', 'type Query { n: Int }'), subgraph('b', 'type Query { n: Int }'));

    expect(faults).toMatchObject([
      {
        code: 'INVALID_FIELD_SHARING',
        help: expect.stringContaining('Leave the field to the department that owns it'),
        subgraphs: ['a', 'b'],
      },
    ]);
    expect(faults[0]!.locations.map(({ line }) => line)).toEqual([2, 2]);
  });

  test('a field that no query can reach names the departments on the way', () => {
    const faults = faultsOf(
      subgraph('a', 'type Query { shop: Shop } type Shop { id: ID! @shareable }'),
      subgraph('b', 'type Shop { id: ID! @shareable visits: Int }'),
    );

    expect(faults).toMatchObject([
      {
        code: 'SATISFIABILITY_ERROR',
        help: expect.stringContaining('Give the type a @key that both departments have'),
        subgraphs: ['a', 'b'],
        locations: [],
      },
    ]);
  });

  test('SDL that does not parse is reported for every department that sent it', () => {
    const faults = faultsOf(subgraph('a', 'type Query {'), shops, subgraph('b', 'no sdl'));

    expect(faults).toMatchObject([
      { code: 'INVALID_GRAPHQL', subgraphs: ['a'], locations: [{ subgraph: 'a', line: 2 }] },
      { code: 'INVALID_GRAPHQL', subgraphs: ['b'], locations: [{ subgraph: 'b', line: 2, column: 1 }] },
    ]);
  });

  test('an undefined type is reported where it is used', () => {
    expect(
      faultsOf(shops, subgraph('b', 'type Shop @key(fields: "id") { id: ID! owner: Person }')),
    ).toMatchObject([
      {
        code: 'INVALID_GRAPHQL',
        subgraphs: ['b'],
        message: '[b] Unknown type Person',
        locations: [{ subgraph: 'b', line: 2 }],
      },
    ]);
  });

  test('a graph without a query, without a department, or with one name twice does not compose', () => {
    expect(faultsOf(visits)).toMatchObject([{ code: 'NO_QUERIES' }]);
    expect(faultsOf()).toMatchObject([{ code: 'NO_SUBGRAPHS', subgraphs: [] }]);
    expect(faultsOf(shops, visits, { ...shops, url: 'http://elsewhere' })).toMatchObject([
      { code: 'DUPLICATE_SUBGRAPH_NAME', subgraphs: ['shops'] },
    ]);
  });

  test('the message alone tells an operator every fault and its place', () => {
    const compose = () =>
      composeSupergraph([
        subgraph('a', 'type Query { n: Int @shareable m: Int @shareable }'),
        subgraph('b', 'type Query { n: String @shareable m: String @shareable }'),
      ]);

    expect(compose).toThrow(
      /^The subgraphs do not compose:\n- FIELD_TYPE_MISMATCH: .*\(a:2:14, b:2:14\)\n- FIELD_TYPE_MISMATCH: /,
    );
  });
});

test('an argument that one department leaves out is a hint of Apollo’s library, not an error', () => {
  const { hints } = composeWith([
    subgraph('a', 'type Query { now(zone: String): String @shareable }'),
    subgraph('b', 'type Query { now: String @shareable }'),
  ]);

  expect(hints).toHaveLength(1);
  expect(hints[0]).toMatch(/^\[INCONSISTENT_ARGUMENT_PRESENCE\]: .*"Query\.now\(zone:\)"/);
});

test('a library that there is not is an error that lists those that there are', () => {
  expect(() => composeWith([shops], 'wundergraph' as never)).toThrow(
    'There is no composition library "wundergraph"; it must be one of apollo, guild.',
  );
});

test.each([
  ['guild', 'node_modules/@apollo/'],
  ['apollo', 'node_modules/@theguild/'],
])('composing by %s loads nothing of %s', async (library, others) => {
  const program = `
    import { createRequire } from 'node:module';
    const { composeSupergraph } = await import(${JSON.stringify(new URL('../src/index.ts', import.meta.url).href)});
    composeSupergraph([{ name: 'a', url: 'http://a.example/', sdl: 'type Query { a: Int }' }], ${JSON.stringify(library)});
    console.log(JSON.stringify(Object.keys(createRequire(import.meta.url).cache)));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  const loaded = JSON.parse(stdout) as string[];
  expect(loaded.length).toBeGreaterThan(5);
  expect(loaded.filter((file) => file.includes(others))).toEqual([]);
});
