import { expect, test } from 'vitest';
import { startCompiledGraph } from '../support/ask-compiled.ts';

interface Reference {
  number: string;
  label?: string;
}

test('after a required field was fetched, the department is asked by a key that it resolves', async () => {
  await using graph = await startCompiledGraph({
    land: {
      types: `
        type Query { parcels: [Parcel!] }
        type Parcel
          @key(fields: "sheet { row }", resolvable: false)
          @key(fields: "number", resolvable: false)
          @key(fields: "number sheet { column }") {
          number: ID!
          sheet: Sheet!
          label: String @external
          sign: String @requires(fields: "label")
        }
        type Sheet @shareable { row: ID! column: ID! }
      `,
      resolvers: {
        Query: { parcels: () => [{ number: 'p1', sheet: { row: 'r1', column: 'c1' } }] },
        Parcel: {
          __resolveReference: (reference: Reference) => (reference.number ? reference : null),
          sign: ({ label }: Reference) => `[${label}]`,
        },
      },
    },
    names: {
      types: `
        type Parcel @key(fields: "number") @key(fields: "sheet { row }", resolvable: false) {
          number: ID!
          sheet: Sheet!
          label: String
        }
        type Sheet @shareable { row: ID! column: ID! }
      `,
      resolvers: {
        Parcel: {
          __resolveReference: ({ number }: Reference) => ({ number, label: `parcel ${number}` }),
        },
      },
    },
  });

  expect(await graph.ask('{ parcels { sign } }')).toEqual({ data: { parcels: [{ sign: '[parcel p1]' }] } });
});

const INTERFACE_OBJECT = {
  register: {
    types: `
      interface Holder @key(fields: "id") { id: ID! }
      type Person implements Holder @key(fields: "id") { id: ID! age: Int }
    `,
    resolvers: {
      Holder: { __resolveReference: ({ id }: { id: string }) => ({ __typename: 'Person', id, age: 40 }) },
      Person: { __resolveReference: ({ id }: { id: string }) => ({ id, age: 40 }) },
    },
  },
  permits: {
    types: `
      type Query { holders: [Holder!] }
      type Holder @key(fields: "id") @interfaceObject { id: ID! permits: Int }
    `,
    resolvers: {
      Query: { holders: () => [{ id: 'h1' }] },
      Holder: { __resolveReference: (holder: object) => holder, permits: () => 2 },
    },
  },
};

test('an object is shown without its type while nothing asked for depends on the type', async () => {
  await using graph = await startCompiledGraph(INTERFACE_OBJECT);
  const requestsOf = (index: number) => graph.departments[index]!.requests.length;

  expect(await graph.ask('{ holders { id permits } }')).toEqual({
    data: { holders: [{ id: 'h1', permits: 2 }] },
  });
  expect([requestsOf(0), requestsOf(1)]).toEqual([0, 1]);
});

const CONDITIONAL = [
  ['... on Person @skip(if: $off) { age } permits', { permits: 2 }, { age: 40, permits: 2 }],
  ['permits ...F @skip(if: $off)', { permits: 2 }, { permits: 2, age: 40 }],
  ['permits ... on Person { age @skip(if: $off) }', { permits: 2 }, { permits: 2, age: 40 }],
  ['__typename @skip(if: $off) permits', { permits: 2 }, { __typename: 'Person', permits: 2 }],
  [
    '... on Person @skip(if: $off) { permits } id permits',
    { id: 'h1', permits: 2 },
    { permits: 2, id: 'h1' },
  ],
  [
    '... on Person @skip(if: $off) { permits } id permits @skip(if: $off)',
    { id: 'h1' },
    { permits: 2, id: 'h1' },
  ],
] as const;

for (const [selections, without, withType] of CONDITIONAL) {
  test(`an object is shown without its type while what depends on the type is off: ${selections}`, async () => {
    await using graph = await startCompiledGraph(INTERFACE_OBJECT);
    const fragment = selections.includes('...F') ? 'fragment F on Person { age }' : '';
    const query = `query ($off: Boolean!) { holders { ${selections} } } ${fragment}`;
    const answer = async (off: boolean) => JSON.stringify(await graph.ask(query, { off }));

    expect(await answer(true)).toBe(JSON.stringify({ data: { holders: [without] } }));
    expect(await answer(false)).toBe(JSON.stringify({ data: { holders: [withType] } }));
  });
}

test('nulls of an object without its type are explained as those of others', async () => {
  await using graph = await startCompiledGraph({
    ...INTERFACE_OBJECT,
    permits: {
      ...INTERFACE_OBJECT.permits,
      resolvers: { Query: { holders: () => [{ id: 'h1' }] }, Holder: { permits: () => 'two' } },
    },
  });
  const query = 'query ($off: Boolean!) { holders { id permits ... on Person @skip(if: $off) { age } } }';

  expect(await graph.ask(query, { off: true })).toMatchObject({
    data: { holders: [{ id: 'h1', permits: null }] },
    errors: [{ path: ['holders', 0, 'permits'] }],
  });
});

test('an object whose type is asked for gets it from the department that knows it', async () => {
  await using graph = await startCompiledGraph(INTERFACE_OBJECT);

  expect(await graph.ask('{ holders { __typename permits ... on Person { age } } }')).toEqual({
    data: { holders: [{ __typename: 'Person', permits: 2, age: 40 }] },
  });
});

test('a type that is known stays known when the department that does not know it is asked again', async () => {
  await using graph = await startCompiledGraph(INTERFACE_OBJECT);

  expect(await graph.ask('{ holders { permits ... on Person { __typename permits age } } }')).toEqual({
    data: { holders: [{ permits: 2, __typename: 'Person', age: 40 }] },
  });
});

test('a field that the plan leaves out refuses the operation instead of being null', async () => {
  await using graph = await startCompiledGraph({
    register: {
      types: `
        interface Node @key(fields: "id") { id: ID! }
        type Query { node: Node wrapped: Wrapper }
        type Wrapper { node: Node name: String }
      `,
      resolvers: { Query: { node: () => null, wrapped: () => ({ name: 'w', node: null }) } },
    },
    other: {
      types: `
        type Query { other: Node }
        type Node @key(fields: "id", resolvable: false) @interfaceObject { id: ID! extra: String }
      `,
      resolvers: { Query: { other: () => ({ id: 'n', extra: 'x' }) } },
    },
  });

  for (const query of ['{ node { extra } }', '{ wrapped { name node { extra } } }']) {
    const { data, errors } = await graph.ask(query);
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([
      { message: expect.stringMatching(/\.node/), extensions: { code: 'NOT_ANSWERABLE' } },
    ]);
  }
  expect(await graph.ask('{ other { id extra } wrapped { name } }')).toEqual({
    data: { other: { id: 'n', extra: 'x' }, wrapped: { name: 'w' } },
  });
});
