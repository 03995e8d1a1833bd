import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CompiledGraph, startCompiledGraph } from '../support/ask-compiled.ts';

interface Supply {
  id: string;
  price?: number;
  lots?: { area: number }[];
}

/** Land sells; tax computes a duty from the price in one currency and a levy from that in another. */
let graph: CompiledGraph;
beforeAll(async () => {
  graph = await startCompiledGraph({
    land: {
      types: `
        type Query { supplies: [Supply!] }
        type Supply @key(fields: "id") { id: ID! price(in: String = "CNY"): Int lots(first: Int!): [Lot!] deal: Deal }
        type Lot { area: Int! }
        type Deal { amount(in: String!): Int }
      `,
      resolvers: {
        Query: { supplies: () => [{ id: 's1' }, { id: 's2' }] },
        Supply: {
          __resolveReference: (supply: Supply) => supply,
          price: (_: Supply, args: { in: string }) => (args.in === 'CNY' ? 700 : 100),
          lots: (_: Supply, { first }: { first: number }) =>
            [{ area: 1 }, { area: 2 }, { area: 3 }].slice(0, first),
          deal: () => ({}),
        },
        Deal: { amount: (_: unknown, args: { in: string }) => (args.in === 'CNY' ? 70 : 10) },
      },
    },
    tax: {
      types: `
        type Supply @key(fields: "id") {
          id: ID!
          price(in: String = "CNY"): Int @external
          lots(first: Int!): [Lot!] @external
          deal: Deal @external
          duty(rate: Int = 1): Int @requires(fields: "price(in: \\"CNY\\")")
          levy(rate: Int = 1): Int @requires(fields: "price(in: \\"USD\\")")
          stamp: Int @requires(fields: "price deal { amount(in: \\"CNY\\") }")
          fee: Int @requires(fields: "deal { amount(in: \\"USD\\") }")
          taxedArea: Int @requires(fields: "lots(first: 3) { area }")
          number: Int
        }
        type Lot @external { area: Int! }
        type Deal @external { amount(in: String!): Int }
      `,
      resolvers: {
        Supply: {
          __resolveReference: (supply: Supply) => supply,
          duty: ({ price }: Supply, { rate }: { rate: number }) => price! * rate,
          levy: ({ price }: Supply, { rate }: { rate: number }) => price! * rate,
          stamp: ({ price, deal }: Supply & { deal: { amount: number } }) => price! + deal.amount,
          fee: ({ deal }: { deal: { amount: number } }) => deal.amount,
          taxedArea: ({ lots }: Supply) => lots!.reduce((sum, { area }) => sum + area, 0),
          number: () => 1,
        },
      },
    },
  });
});
afterAll(() => graph[Symbol.asyncDispose]());

test('fields that require one field with different arguments each get the value of their own', async () => {
  expect(await graph.ask('{ supplies { id duty levy stamp fee number } }')).toEqual({
    data: {
      supplies: ['s1', 's2'].map((id) => ({ id, duty: 700, levy: 100, stamp: 770, fee: 10, number: 1 })),
    },
  });
});

test('variables go to the fetches that use them, and conditions stay with their fields', async () => {
  const query = `query($cny: Int, $usd: Int, $skip: Boolean!) {
    supplies { duty(rate: $cny) ... @skip(if: $skip) { levy(rate: $usd) } }
  }`;

  expect(await graph.ask(query, { cny: 2, usd: 3, skip: false })).toEqual({
    data: { supplies: Array(2).fill({ duty: 1400, levy: 300 }) },
  });
  expect(await graph.ask(query, { cny: 2, skip: true })).toEqual({
    data: { supplies: Array(2).fill({ duty: 1400 }) },
  });
});

test('a value that another field requires without arguments is not waited for when it was left out', async () => {
  const query = 'query($stamp: Boolean!) { supplies { levy stamp @include(if: $stamp) } }';

  expect(await graph.ask(query, { stamp: false })).toEqual({
    data: { supplies: Array(2).fill({ levy: 100 }) },
  });
  expect(await graph.ask(query, { stamp: true })).toEqual({
    data: { supplies: Array(2).fill({ levy: 100, stamp: 770 }) },
  });
});

test('a client may ask for a required field with arguments of its own', async () => {
  expect(
    await graph.ask(
      `query($in: String = "USD") {
        supplies { taxedArea lots(first: 1) { area } levy price stamp dollars: price(in: $in) }
      }`,
    ),
  ).toEqual({
    data: {
      supplies: Array(2).fill({
        taxedArea: 6,
        lots: [{ area: 1 }],
        levy: 100,
        price: 700,
        stamp: 770,
        dollars: 100,
      }),
    },
  });
});

test('a failing required field has an error under its own name', async () => {
  graph.departments[0]!.misbehave((_request, response) => {
    response.setHeader('content-type', 'application/json').end(
      JSON.stringify({
        data: { supplies: [{ __typename: 'Supply', id: 's1', price__1: null }] },
        errors: [{ message: 'No rate today.', path: ['supplies', 0, 'price__1'] }],
      }),
    );
  });
  try {
    const { errors } = await graph.ask('{ supplies { duty } }');
    expect(errors![0]).toMatchObject({ message: 'No rate today.', path: ['supplies', 0, 'price'] });
  } finally {
    graph.departments[0]!.misbehave(null);
  }
});

test('clients see no field that only the planner uses', async () => {
  const { data } = await graph.ask('{ __type(name: "Supply") { fields { name } } }');

  expect(
    (data as { __type: { fields: { name: string }[] } }).__type.fields.map(({ name }) => name).sort(),
  ).toEqual(['deal', 'duty', 'fee', 'id', 'levy', 'lots', 'number', 'price', 'stamp', 'taxedArea']);
  expect((await graph.ask('{ supplies { price__1 } }')).errors![0]!.message).toContain('Cannot query field');
});
