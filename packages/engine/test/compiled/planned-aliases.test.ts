import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CompiledGraph, startCompiledGraph } from '../support/ask-compiled.ts';

/** Of persons a count has to be fetched under the name that the client gives to a list of companies. */
let graph: CompiledGraph;
beforeAll(async () => {
  graph = await startCompiledGraph({
    register: {
      types: `
        type Query { holders: [Holder!] }
        union Holder = Person | Company
        type Person @key(fields: "id") { id: ID! shares: Int }
        type Company @key(fields: "id") { id: ID! shares: [Share!] }
        type Share { owner: String }
      `,
      resolvers: {
        Query: {
          holders: () => [
            { __typename: 'Person', id: 'p1', shares: 3 },
            { __typename: 'Company', id: 'c1', shares: [{ owner: 'p1' }, {}] },
          ],
        },
        Share: {
          owner: ({ owner }: { owner?: string }) => {
            if (!owner) throw new Error('Owner unknown.');
            return owner;
          },
        },
      },
    },
    tax: {
      types: `
        type Person @key(fields: "id") { id: ID! shares: Int @external due: Int @requires(fields: "shares") }
      `,
      resolvers: {
        Person: {
          __resolveReference: (reference: object) => reference,
          due: ({ shares }: { shares: number }) => shares * 2,
        },
      },
    },
  });
});
afterAll(() => graph[Symbol.asyncDispose]());

const QUERY = '{ holders { ... on Person { due } ... on Company { shares { owner } } } }';

test('an error has the name of the field, not the one that the plan gave it', async () => {
  const { data, errors } = await graph.ask(QUERY);

  expect(data).toEqual({ holders: [{ due: 6 }, { shares: [{ owner: 'p1' }, { owner: null }] }] });
  expect(errors).toMatchObject([{ message: 'Owner unknown.', path: ['holders', 1, 'shares', 1, 'owner'] }]);
});
