import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CompiledGraph, startCompiledGraph } from '../support/ask-compiled.ts';

interface Reference {
  number: string;
  area?: number;
}

/** Land knows p1 only; tax values every parcel, some of it by the area that land knows. */
let graph: CompiledGraph;
beforeAll(async () => {
  graph = await startCompiledGraph({
    tax: {
      types: `
        type Query { parcels: [Parcel!]! }
        type Parcel @key(fields: "number") { number: ID! }
      `,
      resolvers: { Query: { parcels: () => [{ number: 'p1' }, { number: 'p2' }] } },
    },
    land: {
      types: 'type Parcel @key(fields: "number") { number: ID! area: Int share: Float }',
      resolvers: {
        Parcel: {
          __resolveReference: ({ number }: Reference) =>
            number === 'p1' ? { number, area: 10, share: 0.5 } : null,
        },
      },
    },
    fees: {
      types: `
        type Parcel @key(fields: "number") {
          number: ID!
          area: Int @external
          fee: Int @requires(fields: "area")
          owner: String
        }
      `,
      resolvers: {
        Parcel: {
          __resolveReference: (reference: Reference) => reference,
          fee: ({ area }: Reference) => area! * 2,
          owner: ({ number }: Reference) => `owner of ${number}`,
        },
      },
    },
  });
});
afterAll(() => graph[Symbol.asyncDispose]());

test('an entity that lacks what one field requires is still asked for the others', async () => {
  expect(await graph.ask('{ parcels { fee owner } }')).toEqual({
    data: {
      parcels: [
        { fee: 20, owner: 'owner of p1' },
        { fee: null, owner: 'owner of p2' },
      ],
    },
  });
});

test('a condition on a field that requires another does not touch the fields beside it', async () => {
  expect(
    await graph.ask('query($fee: Boolean!) { parcels { owner fee @include(if: $fee) } }', { fee: false }),
  ).toEqual({ data: { parcels: [{ owner: 'owner of p1' }, { owner: 'owner of p2' }] } });
});

test.each([
  'query($no: Boolean!) { parcels @include(if: true) { owner @include(if: $no) } }',
  'query($no: Boolean!) { parcels @skip(if: $no) { ...F @include(if: $no) } } fragment F on Parcel { fee }',
  'query($no: Boolean!) { parcels { owner @include(if: false) fee @include(if: $no) } }',
])('an object of which every field is left out is empty, not null: %s', async (query) => {
  expect(await graph.ask(query, { no: false })).toEqual({ data: { parcels: [{}, {}] } });
});

test.each([
  [true, ['owner', 'number']],
  [false, ['number', 'owner']],
])(
  'a field stands where its first selection stands that counts, with @include(if: %s)',
  async (first, keys) => {
    const { data } = await graph.ask(
      'query($first: Boolean!) { parcels { owner @include(if: $first) number ... { owner } } }',
      { first },
    );

    expect((data as { parcels: object[] }).parcels.map((parcel) => Object.keys(parcel))).toEqual([
      keys,
      keys,
    ]);
  },
);

test('introspection stands where it was asked for', async () => {
  const { data } = await graph.ask(
    '{ a: __typename __type(name: "Parcel") { kind } parcels { number } s: __schema { queryType { name } } }',
  );

  expect(Object.keys(data!)).toEqual(['a', '__type', 'parcels', 's']);
});

test('a number that JSON cannot say is null with an error', async () => {
  graph.departments[1]!.misbehave((_request, response) => {
    response
      .setHeader('content-type', 'application/json')
      .end('{"data":{"_entities":[{"share":1e999},{"share":0.25}]}}');
  });
  try {
    const { data, errors } = await graph.ask('{ parcels { share } }');
    expect(data).toEqual({ parcels: [{ share: null }, { share: 0.25 }] });
    expect(errors).toMatchObject([
      { path: ['parcels', 0, 'share'], extensions: { code: 'DEPARTMENT_CONTRACT_BROKEN' } },
    ]);
  } finally {
    graph.departments[1]!.misbehave(null);
  }
});
