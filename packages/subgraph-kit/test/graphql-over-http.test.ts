import type { TestDatabase } from '@yiwang/subgraph-kit/testing';
import type { FastifyInstance } from 'fastify';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSchema } from '../src/serve/build-schema.ts';
import { createSubgraphServer } from '../src/serve/serve-subgraph.ts';
import { serviceSettings } from '../src/serve/service-settings.ts';
import { openThings } from './support/open-things.ts';

let database: TestDatabase;
let server: FastifyInstance;
let url: string;
beforeAll(async () => {
  database = await openThings();
  server = await createSubgraphServer({
    name: 'things',
    schema: buildSchema(new URL('fixtures/schema.graphql', import.meta.url), {}),
    createContext: () => ({}),
    database,
    config: serviceSettings(0).parse({
      DATABASE_URL: database.url,
      LOG_LEVEL: 'silent',
      UNSIGNED: 'allow',
    }),
  });
  url = await server.listen({ port: 0 });
});
afterAll(async () => {
  await server.close();
  await database[Symbol.asyncDispose]();
});

const audits = serverAudits({ url: () => `${url}/graphql`, fetchFn: fetch });

test.each(audits.map((audit) => [audit.name, audit] as const))(
  'GraphQL over HTTP: %s',
  async (_name, audit) => {
    expect(await audit.fn()).toMatchObject({ status: 'ok' });
  },
);
