import { sendInputs } from '@yiwang/testing/raw-input';
import { expect, test } from 'vitest';
import { buildSchema } from '../src/serve/build-schema.ts';
import { createSubgraphServer } from '../src/serve/serve-subgraph.ts';
import { serviceSettings } from '../src/serve/service-settings.ts';
import { openThings } from './support/open-things.ts';

const DOCUMENTS = [
  '{ __typename }',
  'query Q($text: String = "名称") { echo(text: $text) }',
  '{ thing(uscc: "91320000608950987L") { uscc } }',
  'query E($of: [_Any!]!) { _entities(representations: $of) { __typename } }',
  'mutation { change }',
  '{ __schema { types { name fields { name } } } }',
  '{ _service { sdl } }',
];

test('raw inputs make no department fail', async () => {
  await using database = await openThings();
  const server = await createSubgraphServer({
    name: 'things',
    schema: buildSchema(new URL('fixtures/schema.graphql', import.meta.url), {
      Query: { echo: (_root: unknown, { text }: { text: string }) => text },
      Mutation: { change: () => true },
    }),
    createContext: () => ({}),
    database,
    config: serviceSettings(0).parse({ DATABASE_URL: database.url, LOG_LEVEL: 'silent', UNSIGNED: 'allow' }),
  });
  const url = await server.listen({ port: 0 });
  try {
    const { findings, statuses } = await sendInputs({
      url,
      from: 0,
      to: 3_000,
      seed: 'department',
      documents: DOCUMENTS,
      webSockets: 0.02,
    });

    expect(findings).toEqual([]);
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 404, 415]));
  } finally {
    await server.close();
  }
});
