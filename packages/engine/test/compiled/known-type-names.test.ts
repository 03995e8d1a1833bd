import { expect, test } from 'vitest';
import { startCompiledGraph } from '../support/ask-compiled.ts';

const GRAPH = {
  register: {
    types: `
      type Query { firm: Firm anyone: Party }
      interface Party { uscc: ID! }
      type Firm implements Party @key(fields: "uscc") { uscc: ID! owner: Firm partner: Party }
      type Person implements Party @key(fields: "uscc") { uscc: ID! }`,
    resolvers: {
      Query: {
        firm: () => ({
          uscc: 'A',
          owner: { uscc: 'B', partner: { __typename: 'Person', uscc: 'P' } },
          partner: { __typename: 'Firm', uscc: 'C' },
        }),
        anyone: () => ({ __typename: 'Person', uscc: 'Q' }),
      },
    },
  },
  tax: {
    types: `
      type Firm @key(fields: "uscc") { uscc: ID! grade: String }
      type Person @key(fields: "uscc") { uscc: ID! grade: String }`,
    resolvers: {
      Firm: { grade: ({ uscc }: { uscc: string }) => `firm ${uscc}` },
      Person: { grade: ({ uscc }: { uscc: string }) => `person ${uscc}` },
    },
  },
};

const asked = (graph: Awaited<ReturnType<typeof startCompiledGraph>>) =>
  graph.departments[0]!.requests.map(({ query }) => query.replace(/\s+/g, ' ')).at(-1);

test('departments are not asked for type names that the schema tells', async () => {
  await using graph = await startCompiledGraph(GRAPH);
  expect(await graph.ask('{ firm { __typename grade owner { grade } } }')).toEqual({
    data: { firm: { __typename: 'Firm', grade: 'firm A', owner: { grade: 'firm B' } } },
  });
  expect(asked(graph)).not.toContain('__typename');
});

test('they are asked where an object may be of several types', async () => {
  await using graph = await startCompiledGraph(GRAPH);
  const grade = '... on Firm { grade } ... on Person { grade }';
  expect(
    await graph.ask(`{ firm { owner { partner { ${grade} } } partner { ${grade} } } anyone { ${grade} } }`),
  ).toEqual({
    data: {
      firm: { owner: { partner: { grade: 'person P' } }, partner: { grade: 'firm C' } },
      anyone: { grade: 'person Q' },
    },
  });
  expect(asked(graph)).toContain('__typename');
});

test('they are asked where a client asks one department for nothing else', async () => {
  await using graph = await startCompiledGraph(GRAPH);
  expect(await graph.ask('{ firm { __typename owner { kind: __typename } } }')).toEqual({
    data: { firm: { __typename: 'Firm', owner: { kind: 'Firm' } } },
  });
});
