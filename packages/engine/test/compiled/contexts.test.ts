import { afterEach, expect, test } from 'vitest';
import { type CompiledGraph, startCompiledGraph } from '../support/ask-compiled.ts';

/**
 * Contextual arguments, as Apollo's specification of `@context` and `@fromContext` wants them. The stock gateway
 * refuses supergraphs that have them.
 */
let graph: CompiledGraph;
afterEach(() => graph[Symbol.asyncDispose]());

interface Reference {
  id: string;
}
const refer = (reference: Reference) => reference;

/** Firms with a currency; the same account is seen from several firms. */
const ACCOUNTS = {
  types: `
    type Query { firms: [Firm] firm(id: ID!): Firm }
    type Firm @key(fields: "id") @context(name: "firm") {
      id: ID!
      currency(short: Boolean): String
      parts: [Part]
      account: Account
      accounts: [[Account]]
    }
    type Part { amount: Int account: Account }
    type Account @key(fields: "id") {
      id: ID!
      balance(sign: Boolean, in: String @fromContext(field: "$firm { currency }")): String
      short(in: String @fromContext(field: "$firm { currency(short: true) }")): String
      amounts(of: [Int] @fromContext(field: "$firm { parts { amount } }")): String
      firm: Firm
      fails(in: String @fromContext(field: "$firm { currency }")): String
    }`,
  resolvers: {
    Query: {
      firms: () => [{ id: 'f1' }, null, { id: 'f2' }, { id: 'f3' }],
      firm: (_: unknown, { id }: Reference) => ({ id }),
    },
    Firm: {
      __resolveReference: refer,
      currency: ({ id }: Reference, { short }: { short?: boolean }) =>
        id === 'f3' ? null : (short ? '$' : 'in ') + (id === 'f1' ? 'CNY' : 'EUR'),
      parts: ({ id }: Reference) => [
        { amount: Number(id[1]), account: { id: 'a1' } },
        null,
        { amount: null },
      ],
      account: () => ({ id: 'a1' }),
      accounts: () => [[{ id: 'a1' }, { id: 'a2' }], null, [null, { id: 'a1' }]],
    },
    Account: {
      __resolveReference: refer,
      balance: ({ id }: Reference, given: object) => `${id} ${JSON.stringify(given)}`,
      short: ({ id }: Reference, given: object) => `${id} ${JSON.stringify(given)}`,
      amounts: ({ id }: Reference, given: object) => `${id} ${JSON.stringify(given)}`,
      firm: () => ({ id: 'f2' }),
      fails: (_: Reference, given: { in: string }) => {
        if (given.in === 'in EUR') throw new Error('No euros.');
        return given.in;
      },
    },
  },
};

test('one entity under several objects gets the value of each, and equal values are asked for once', async () => {
  graph = await startCompiledGraph({ accounts: ACCOUNTS });
  const { data, errors } = await graph.ask('{ firms { account { id balance } } again: firms { id } }');

  expect(errors).toBeUndefined();
  expect(data!['firms']).toEqual([
    { account: { id: 'a1', balance: 'a1 {"in":"in CNY"}' } },
    null,
    { account: { id: 'a1', balance: 'a1 {"in":"in EUR"}' } },
    { account: { id: 'a1', balance: 'a1 {"in":null}' } },
  ]);
  expect(graph.departments[0]!.requests).toHaveLength(4);
});

test('lists, lists of lists and nulls on the way keep their places', async () => {
  graph = await startCompiledGraph({ accounts: ACCOUNTS });
  const { data, errors } = await graph.ask(
    '{ firms { accounts { balance } parts { account { balance(sign: true) amounts } } } }',
  );

  expect(errors).toBeUndefined();
  const nested = (money: string) => [
    [{ balance: `a1 {"in":${money}}` }, { balance: `a2 {"in":${money}}` }],
    null,
    [null, { balance: `a1 {"in":${money}}` }],
  ];
  const parts = (money: string, number: number) => [
    {
      account: {
        balance: `a1 {"sign":true,"in":${money}}`,
        amounts: `a1 {"of":[${number},null,null]}`,
      },
    },
    null,
    { account: null },
  ];
  expect(data!['firms']).toEqual([
    { accounts: nested('"in CNY"'), parts: parts('"in CNY"', 1) },
    null,
    { accounts: nested('"in EUR"'), parts: parts('"in EUR"', 2) },
    { accounts: nested('null'), parts: parts('null', 3) },
  ]);
});

test('the nearest object that sets the context counts', async () => {
  graph = await startCompiledGraph({ accounts: ACCOUNTS });

  expect(await graph.ask('{ firm(id: "f1") { account { balance firm { account { balance } } } } }')).toEqual({
    data: {
      firm: {
        account: { balance: 'a1 {"in":"in CNY"}', firm: { account: { balance: 'a1 {"in":"in EUR"}' } } },
      },
    },
  });
});

test('what a client calls by the names of a context does not touch it', async () => {
  graph = await startCompiledGraph({ accounts: ACCOUNTS });

  expect(
    await graph.ask(
      '{ firm(id: "f1") { currency: id parts: currency(short: false) account { balance short } } }',
    ),
  ).toEqual({
    data: {
      firm: {
        currency: 'f1',
        parts: 'in CNY',
        account: { balance: 'a1 {"in":"in CNY"}', short: 'a1 {"in":"$CNY"}' },
      },
    },
  });
  expect(await graph.ask('{ firm(id: "f1") { currency account { short } } }')).toEqual({
    data: { firm: { currency: 'in CNY', account: { short: 'a1 {"in":"$CNY"}' } } },
  });
});

test('a variable of the client never stands for a context', async () => {
  graph = await startCompiledGraph({ accounts: ACCOUNTS });
  const query = (name: string) =>
    `query($${name}: Boolean) { firm(id: "f1") { currency(short: $${name}) account { balance } } }`;

  expect(await graph.ask(query('short'), { short: false, contextualArgument_1_1: 'x' })).toEqual({
    data: { firm: { currency: 'in CNY', account: { balance: 'a1 {"in":"in CNY"}' } } },
  });
  const { data, errors } = await graph.ask(query('contextualArgument_1_1'), {});
  expect(data).toBeUndefined();
  expect(errors).toMatchObject([{ extensions: { code: 'NOT_ANSWERABLE' } }]);
});

test('an error stands at the place whose value it is about, and a fault at every place', async () => {
  graph = await startCompiledGraph({ accounts: ACCOUNTS });
  const query = '{ firms { account { fails } accounts { fails } } }';
  const { data, errors } = await graph.ask(query);

  expect((data as { firms: { account: object }[] }).firms.map((firm) => firm?.account)).toEqual([
    { fails: 'in CNY' },
    undefined,
    { fails: null },
    { fails: null },
  ]);
  expect(errors!.map(({ path }) => path!.join('.')).sort()).toEqual([
    'firms.2.account.fails',
    'firms.2.accounts.0.0.fails',
    'firms.2.accounts.0.1.fails',
    'firms.2.accounts.2.1.fails',
  ]);
});

test('a context set by an interface and by a union is read from whatever type sets it', async () => {
  const field = (name: string) => ({
    __resolveReference: refer,
    [name]: ({ id }: Reference, given: object) => `${id} ${JSON.stringify(given)}`,
  });
  const types = { __resolveType: ({ id }: Reference) => id[0]!.toUpperCase() };
  graph = await startCompiledGraph({
    owners: {
      types: `
        type Query { owners: [Owner] any: [Any] }
        interface Owner @context(name: "owner") { id: ID! name: String house: House }
        union Any @context(name: "any") = P | Q
        type P implements Owner @key(fields: "id") { id: ID! name: String @external house: House barn: Barn nick: String }
        type Q implements Owner @key(fields: "id") { id: ID! name: String @shareable house: House barn: Barn code: Int }
        type House @key(fields: "id") { id: ID! sign(of: String @fromContext(field: "$owner { name }")): String }
        type Barn @key(fields: "id") {
          id: ID!
          sign(of: String @fromContext(field: "$any ... on P { nick } ... on Q { name }")): String
        }`,
      resolvers: {
        Query: {
          owners: () => [{ id: 'p1' }, { id: 'q1' }, { id: 'p2' }],
          any: () => [{ id: 'q1' }, { id: 'p1' }],
        },
        Owner: types,
        Any: types,
        Q: { name: () => 'a Q', house: () => ({ id: 'h' }), barn: () => ({ id: 'b' }) },
        P: {
          ...field('nick'),
          house: () => ({ id: 'h' }),
          barn: () => ({ id: 'b' }),
          nick: ({ id }: Reference) => id,
        },
        House: field('sign'),
        Barn: field('sign'),
      },
    },
    names: {
      types: 'type P @key(fields: "id") { id: ID! name: String }',
      resolvers: {
        P: { __resolveReference: refer, name: ({ id }: Reference) => (id === 'p2' ? null : `a P, ${id}`) },
      },
    },
  });

  expect(await graph.ask('{ owners { house { sign } } }')).toEqual({
    data: {
      owners: [
        { house: { sign: 'h {"of":"a P, p1"}' } },
        { house: { sign: 'h {"of":"a Q"}' } },
        { house: { sign: 'h {"of":null}' } },
      ],
    },
  });
  expect(await graph.ask('{ any { ... on P { barn { sign } } ... on Q { barn { sign } } } }')).toEqual({
    data: { any: [{ barn: { sign: 'b {"of":"a Q"}' } }, { barn: { sign: 'b {"of":"p1"}' } }] },
  });
});

/** The value comes from a department of its own, and the field is reached over another. */
const DISTANT = {
  fees: {
    types: `
      type Query { town: Town }
      type Town @key(fields: "id") @context(name: "town") { id: ID! rate: Int @external house: House houses: [House] }
      type House @key(fields: "id") {
        id: ID!
        size: Int @external
        fee(rate: Int @fromContext(field: "$town { rate }")): Int
        tax(rate: Int @fromContext(field: "$town { rate }")): Int @requires(fields: "size")
        plain: Int
      }`,
    resolvers: {
      Query: { town: () => ({ id: 't1' }) },
      Town: {
        __resolveReference: refer,
        house: () => ({ id: 'h1' }),
        houses: () => [{ id: 'h1' }, { id: 'h9' }],
      },
      House: {
        __resolveReference: refer,
        fee: (_: Reference, { rate }: { rate: number | null }) => (rate === null ? null : rate * 2),
        tax: ({ size }: { size: number }, { rate }: { rate: number }) => rate * size,
        plain: () => 5,
      },
    },
  },
  rates: {
    types: 'type Town @key(fields: "id") { id: ID! rate: Int }',
    resolvers: {
      // Later than what is reached without it.
      Town: {
        __resolveReference: refer,
        rate: () => new Promise((resolve) => setTimeout(() => resolve(21), 50)),
      },
    },
  },
  homes: {
    types: `
      type Query { city: Town }
      type Town @key(fields: "id") { id: ID! homes: [House] }
      type House @key(fields: "id") { id: ID! size: Int neighbour: House }`,
    resolvers: {
      Query: { city: () => ({ id: 't2' }) },
      Town: { __resolveReference: refer, homes: () => [{ id: 'h1' }, { id: 'h2' }] },
      House: {
        __resolveReference: ({ id }: Reference) => (id === 'h9' ? null : { id }),
        size: () => 100,
        neighbour: () => ({ id: 'h1' }),
      },
    },
  },
};

test('a value from a third department is there before the field that takes it', async () => {
  graph = await startCompiledGraph(DISTANT);

  expect(await graph.ask('{ city { homes { fee } } }')).toEqual({
    data: { city: { homes: [{ fee: 42 }, { fee: 42 }] } },
  });
  expect(await graph.ask('{ town { house { neighbour { fee } } } }')).toEqual({
    data: { town: { house: { neighbour: { fee: 42 } } } },
  });
});

test('an entity that lacks what a field beside it requires still gets its value', async () => {
  graph = await startCompiledGraph(DISTANT);

  expect(await graph.ask('{ town { houses { id tax fee plain } } }')).toEqual({
    data: {
      town: {
        houses: [
          { id: 'h1', tax: 2100, fee: 42, plain: 5 },
          { id: 'h9', tax: null, fee: 42, plain: 5 },
        ],
      },
    },
  });
});

test('a condition on a field with a context, or beside it, does not touch the other', async () => {
  graph = await startCompiledGraph(DISTANT);
  const query =
    'query($fee: Boolean!) { city { homes @include(if: true) { plain fee @include(if: $fee) } rate @skip(if: $fee) } }';

  expect(await graph.ask(query, { fee: true })).toEqual({
    data: { city: { homes: Array(2).fill({ plain: 5, fee: 42 }) } },
  });
  expect(await graph.ask(query, { fee: false })).toEqual({
    data: { city: { homes: Array(2).fill({ plain: 5 }), rate: 21 } },
  });
});

test('the root can set a context', async () => {
  graph = await startCompiledGraph({
    texts: {
      types: `
        type Query @context(name: "root") { language: String item: Item }
        type Item @key(fields: "id") { id: ID! title(in: String @fromContext(field: "$root { language }")): String }`,
      resolvers: {
        Query: { language: () => 'zh', item: () => ({ id: 'i1' }) },
        Item: {
          __resolveReference: refer,
          title: ({ id }: Reference, given: object) => `${id} ${JSON.stringify(given)}`,
        },
      },
    },
  });

  expect(await graph.ask('{ item { title } }')).toEqual({ data: { item: { title: 'i1 {"in":"zh"}' } } });
});
