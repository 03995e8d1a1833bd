import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CompiledGraph, startCompiledGraph } from '../support/ask-compiled.ts';

interface Holder {
  __typename: string;
  id: string;
  born?: number;
}

const named = ({ id }: { id: string }) => ({ __typename: id.startsWith('p') ? 'Person' : 'Company', id });

/** The register knows who is what; notes knows holders as one object. */
let graph: CompiledGraph;
beforeAll(async () => {
  graph = await startCompiledGraph({
    files: {
      types: `
        type Query { holders: [Holder!] }
        interface Holder { id: ID! }
        type Person implements Holder @key(fields: "id") { id: ID! born: Int }
        type Company implements Holder @key(fields: "id") { id: ID! }
      `,
      resolvers: {
        Query: { holders: () => [named({ id: 'p1' }), named({ id: 'c1' })] },
        Person: { born: () => 1990 },
      },
    },
    register: {
      types: `
        interface Holder @key(fields: "id") { id: ID! label: String }
        type Person implements Holder @key(fields: "id") {
          id: ID! label: String born: Int @external age: Int @requires(fields: "born")
        }
        type Company implements Holder @key(fields: "id") { id: ID! label: String }
      `,
      resolvers: {
        // By the interface's name it finds a holder, as its own table has it.
        Holder: { __resolveReference: named },
        Person: {
          __resolveReference: (reference: Holder) => reference,
          label: ({ id }: Holder) => `label of ${id}`,
          age: ({ born }: Holder) => (born === undefined ? null : 2026 - born),
        },
        Company: { __resolveReference: named, label: ({ id }: Holder) => `label of ${id}` },
      },
    },
    notes: {
      types: `
        type Query { noted: [Holder!] }
        type Holder @key(fields: "id") @interfaceObject { id: ID! note: String }
      `,
      resolvers: {
        Query: { noted: () => [{ id: 'p1' }, { id: 'c1' }] },
        Holder: { __resolveReference: (holder: Holder) => holder, note: ({ id }: Holder) => `note on ${id}` },
      },
    },
  });
});
afterAll(() => graph[Symbol.asyncDispose]());

test('what a field requires reaches it, though fields of the interface are asked for beside it', async () => {
  expect(await graph.ask('{ holders { label ... on Person { age } } }')).toEqual({
    data: { holders: [{ label: 'label of p1', age: 36 }, { label: 'label of c1' }] },
  });
  expect(await graph.ask('{ noted { label note ... on Person { age } } }')).toEqual({
    data: {
      noted: [
        { label: 'label of p1', note: 'note on p1', age: 36 },
        { label: 'label of c1', note: 'note on c1' },
      ],
    },
  });
});

test('the two ways to name an entity go to its department in one request', async () => {
  const { requests } = graph.departments[1]!;
  requests.length = 0;
  await graph.ask('{ holders { label ... on Person { age } } }');

  expect(requests.map(({ variables }) => variables)).toEqual([
    {
      representations_0: [{ __typename: 'Person', id: 'p1', born: 1990 }],
      representations_1: expect.arrayContaining([{ __typename: 'Holder', id: 'c1' }]),
    },
  ]);
});

test.each(['@skip(if: false)', '@skip(if: $no)'])(
  'nothing is asked for what no object can be, under %s',
  async (condition) => {
    const inside = `... on Person { ... on Holder ${condition} { ... on Company { id note } } id }`;

    expect(
      await graph.ask(
        `query($no: Boolean = false) { noted { ${inside} ... on Holder { note @skip(if: $no) } } }`,
      ),
    ).toEqual({
      data: { noted: [{ id: 'p1', note: 'note on p1' }, { note: 'note on c1' }] },
    });
  },
);
