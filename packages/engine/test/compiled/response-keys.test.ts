import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CompiledGraph, startCompiledGraph } from '../support/ask-compiled.ts';

const FIRMS = new Map([
  ['E1', { uscc: 'E1', name: '京桥', address: '大余' }],
  ['E2', { uscc: 'E2', name: '云锦', address: '南京' }],
]);
interface Reference {
  uscc: string;
  name?: string;
}

let graph: CompiledGraph;
beforeAll(async () => {
  graph = await startCompiledGraph({
    enterprises: {
      types: `
        type Query { firms: [Firm!] holders: [Holder!] fail: Firm }
        union Holder = Owner | Tenant
        type Owner { firm: Firm }
        type Tenant { firm: Firm }
        type Firm @key(fields: "uscc") { uscc: ID! name: String! address: String! constructor: String }
      `,
      resolvers: {
        Query: {
          firms: () => [...FIRMS.values()],
          holders: () => [
            { __typename: 'Owner', firm: FIRMS.get('E1') },
            { __typename: 'Tenant', firm: FIRMS.get('E2') },
          ],
        },
        Firm: { __resolveReference: ({ uscc }: Reference) => FIRMS.get(uscc), constructor: () => null },
      },
    },
    tax: {
      types: `
        type Firm @key(fields: "uscc") {
          uscc: ID!
          name: String! @external
          grade(year: Int!): String
          title: String @requires(fields: "name")
          refuse: String
        }
      `,
      resolvers: {
        Firm: {
          __resolveReference: (reference: Reference) => reference,
          grade: ({ uscc }: Reference, { year }: { year: number }) => `${uscc}-${year}`,
          title: ({ name }: Reference) => `${name}!`,
          refuse: ({ uscc }: Reference) => {
            if (uscc === 'E2') throw new Error('Not this one.');
            return 'fine';
          },
        },
      },
    },
  });
});
afterAll(() => graph[Symbol.asyncDispose]());

test('an alias may bear the name of a key or of a required field', async () => {
  expect(await graph.ask('{ firms { uscc: name name: address grade(year: 1) title } }')).toEqual({
    data: {
      firms: [
        { uscc: '京桥', name: '大余', grade: 'E1-1', title: '京桥!' },
        { uscc: '云锦', name: '南京', grade: 'E2-1', title: '云锦!' },
      ],
    },
  });
});

test('one name may stand for different values beneath different types', async () => {
  expect(
    await graph.ask(`{ holders {
      ... on Owner { firm { grade(year: 1) it: name } }
      ... on Tenant { firm { grade(year: 2) it: address } }
    } }`),
  ).toEqual({
    data: {
      holders: [{ firm: { grade: 'E1-1', it: '京桥' } }, { firm: { grade: 'E2-2', it: '南京' } }],
    },
  });
});

test('names that every JavaScript object has are names like any other', async () => {
  const result = await graph.ask(
    '{ firms { __proto__: name constructor toString: uscc valueOf: grade(year: 3) hasOwnProperty: title } }',
  );

  expect(Object.keys((result.data as { firms: object[] }).firms[0]!)).toEqual([
    '__proto__',
    'constructor',
    'toString',
    'valueOf',
    'hasOwnProperty',
  ]);
  expect(JSON.stringify(result)).toBe(
    JSON.stringify({
      data: {
        firms: [...FIRMS.values()].map(({ uscc, name }) =>
          JSON.parse(
            `{"__proto__":"${name}","constructor":null,"toString":"${uscc}","valueOf":"${uscc}-3","hasOwnProperty":"${name}!"}`,
          ),
        ),
      },
    }),
  );
});

test('an alias may hide __typename', async () => {
  expect(
    await graph.ask(
      '{ holders { __typename: __typename ... on Owner { firm { __typename: name title } } } }',
    ),
  ).toEqual({
    data: {
      holders: [
        { __typename: 'Owner', firm: { __typename: '京桥', title: '京桥!' } },
        { __typename: 'Tenant' },
      ],
    },
  });
});

test('the path of an error has the names that the client gave', async () => {
  const { data, errors } = await graph.ask('{ name: firms { uscc: refuse } }');

  expect(data).toEqual({ name: [{ uscc: 'fine' }, { uscc: null }] });
  expect(errors).toMatchObject([{ message: 'Not this one.', path: ['name', 1, 'uscc'] }]);
});
