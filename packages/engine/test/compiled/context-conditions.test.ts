import { expect, test } from 'vitest';
import { startCompiledGraph } from '../support/ask-compiled.ts';

/** The bank answers in the currency of the day, which it knows itself. */
const GRAPH = {
  firms: {
    types: `
      type Query { firm: Firm }
      type Firm { account: Account }
      type Account @key(fields: "id") { id: ID! }`,
    resolvers: { Query: { firm: () => ({ account: { id: 'a1' } }) } },
  },
  bank: {
    types: `
      type Query @context(name: "day") { currency: String }
      type Account @key(fields: "id") {
        id: ID!
        balance(in: String @fromContext(field: "$day { currency }")): String
      }`,
    resolvers: {
      Query: { currency: () => 'CNY' },
      Account: {
        __resolveReference: (reference: object) => reference,
        balance: (_: object, given: { in: string }) => `in ${given.in}`,
      },
    },
  },
};

test('a field of a context that its conditions never let be asked for refuses nothing', async () => {
  await using graph = await startCompiledGraph(GRAPH);
  const query = 'query($x: Boolean!) { firm @include(if: $x) { account { balance @skip(if: $x) } } }';

  expect(await graph.ask(query, { x: true })).toEqual({ data: { firm: { account: {} } } });
  expect(await graph.ask(query, { x: false })).toEqual({ data: {} });
});

test('a field of a context under a condition gets its value', async () => {
  await using graph = await startCompiledGraph(GRAPH);
  const query = 'query($x: Boolean!) { firm @include(if: $x) { account { balance @include(if: $x) } } }';

  expect(await graph.ask(query, { x: true })).toEqual({ data: { firm: { account: { balance: 'in CNY' } } } });
});
