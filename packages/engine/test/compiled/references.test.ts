import { expect, test } from 'vitest';
import { startCompiledGraph } from '../support/ask-compiled.ts';

/** Values of a key that may not be told apart, or not be JSON, where a reference is put together from texts. */
const ODD_KEYS = [
  'plain',
  '',
  '{',
  '{"__typename":"Firm","id":"plain"}',
  'a"b',
  'a\\b',
  '\n',
  '江苏',
  '😀',
  '\ud800',
  5,
  '5',
  true,
  'true',
  ['plain'],
];

test('references arrive as the key was, whatever it is', async () => {
  await using graph = await startCompiledGraph({
    register: {
      types: 'scalar Key type Query { firms: [Firm] } type Firm @key(fields: "id") { id: Key }',
      resolvers: { Query: { firms: () => ODD_KEYS.map((id) => ({ id })) } },
    },
    tax: {
      types: 'scalar Key type Firm @key(fields: "id") { id: Key got: String }',
      resolvers: { Firm: { got: ({ id }: { id: unknown }) => JSON.stringify(id) } },
    },
  });
  const { data, errors } = await graph.ask('{ firms { got } }');
  expect(errors).toBeUndefined();
  expect(data).toEqual({ firms: ODD_KEYS.map((id) => ({ got: JSON.stringify(id) })) });

  const [request] = graph.departments[1]!.requests;
  expect(request!.variables!['representations']).toEqual(ODD_KEYS.map((id) => ({ __typename: 'Firm', id })));
});
