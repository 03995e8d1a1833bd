import { expect, test } from 'vitest';
import { startCompiledGraph } from '../support/ask-compiled.ts';

const REGISTER = {
  register: {
    types: `
      type Query { persons: [Person!]! }
      interface Holder { id: ID! }
      type Person implements Holder { id: ID! }
      type Company implements Holder { id: ID! }
    `,
    resolvers: { Query: { persons: () => [{ id: 'p1' }, { id: 'p2' }] } },
  },
};

test.each([
  ['fragments', '... on Holder { ... on Company { id } }', ''],
  ['named fragments', '...H', 'fragment H on Holder { ...C } fragment C on Company { id }'],
])(
  'of an object of another type than its %s ask for, an empty object is left',
  async (_what, inside, fragments) => {
    await using graph = await startCompiledGraph(REGISTER);
    const query = `query($no: Boolean = false) { persons @skip(if: $no) { ${inside} } } ${fragments}`;

    expect(await graph.ask(query)).toEqual({ data: { persons: [{}, {}] } });
    expect(await graph.ask(query, { no: true })).toEqual({ data: {} });
  },
);
