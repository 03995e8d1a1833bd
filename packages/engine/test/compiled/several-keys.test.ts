import { expect, test } from 'vitest';
import { startCompiledGraph } from '../support/ask-compiled.ts';

interface Account {
  number?: string;
  id?: string;
  grade?: string;
}

/** The bank knows its accounts by two keys, tax by a third one, which the register knows. */
const GRAPH = {
  bank: {
    types: `
      type Query @context(name: "day") { firm: Firm currency: String }
      type Firm { account: Account }
      type Account @key(fields: "number") @key(fields: "id") {
        number: ID!
        id: ID!
        balance(in: String @fromContext(field: "$day { currency }")): String
        grade: String
      }`,
    resolvers: {
      Query: { firm: () => ({ account: { number: 'n1', id: 'a1' } }), currency: () => 'CNY' },
      Account: {
        __resolveReference: ({ number, id }: Account) => ({ number: number ?? 'n1', id: id ?? 'a1' }),
        balance: (_: Account, given: { in: string }) => `in ${given.in}`,
        grade: () => 'A',
      },
    },
  },
  register: {
    types: 'type Account @key(fields: "id") @key(fields: "code") { id: ID! code: ID! }',
    resolvers: { Account: { __resolveReference: () => ({ id: 'a1', code: 'c1' }) } },
  },
  tax: {
    types: `
      type Account @key(fields: "code") {
        code: ID! grade: String @external duty: String @requires(fields: "grade")
      }`,
    resolvers: {
      Account: {
        __resolveReference: (reference: Account) => reference,
        duty: ({ grade }: Account) => `duty of ${grade}`,
      },
    },
  },
};

test('a key that a condition leaves out is not missed where there is another', async () => {
  await using graph = await startCompiledGraph(GRAPH);
  const query = `query($no: Boolean!) {
    firm { ... on Firm @skip(if: $no) { account { balance } } account { duty } }
  }`;

  expect(await graph.ask(query, { no: true })).toEqual({
    data: { firm: { account: { duty: 'duty of A' } } },
  });
  expect(await graph.ask(query, { no: false })).toEqual({
    data: { firm: { account: { balance: 'in CNY', duty: 'duty of A' } } },
  });
});
