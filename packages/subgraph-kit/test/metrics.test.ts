import { PublicError } from '@yiwang/errors';
import { findPorts } from '@yiwang/testing';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSchema } from '../src/serve/build-schema.ts';
import { createSubgraphServer } from '../src/serve/serve-subgraph.ts';
import { serviceSettings } from '../src/serve/service-settings.ts';
import { openTestDatabase, type TestDatabase } from '../testing/index.ts';
import { CASE_MIGRATIONS } from './support/open-cases.ts';

let database: TestDatabase;
let server: FastifyInstance;
let url: string;
let metricsUrl: string;

const schema = buildSchema(new URL('fixtures/schema.graphql', import.meta.url), {
  Query: {
    thing: (_root: unknown, { uscc }: { uscc: string }) => ({ uscc }),
    async fails(_root: unknown, { how }: { how: string }) {
      const { sql } = database.service;
      if (how === 'public') throw new PublicError('NOT_FOUND', 'There is none.');
      if (how === 'sql') await sql`select ${'x'}::int`;
      if (how === 'begin') await sql.begin((tx) => tx`select 1`);
      if (how === 'bug') throw new Error('a bug');
      return how;
    },
  },
  Mutation: { change: () => true },
  Thing: { __resolveReference: ({ uscc }: { uscc: string }) => ({ uscc }) },
});

beforeAll(async () => {
  database = await openTestDatabase(CASE_MIGRATIONS);
  // Figures are kept for a while after the first scrape.
  await database.sql`
    insert into outbox (topic, key, payload, created_at) values ('case_changed', 'a', '{}', now() - interval '1 hour')`;
  await database.sql`
    insert into cases (number, state, act_by, town) values
      ('1', 'ACCEPTED', '2020-01-01', 'a'), ('2', 'SUSPENDED', '2020-01-01', 'b'), ('3', 'ACCEPTED', '2999-01-01', 'c')`;
  const port = await findPorts(1);
  metricsUrl = `http://127.0.0.1:${port}/metrics`;
  const config = serviceSettings(0).parse({
    DATABASE_URL: database.url,
    LOG_LEVEL: 'silent',
    UNSIGNED: 'allow',
    METRICS_PORT: port,
  });
  const gauges = [{ name: 'yiwang_test_dogs', help: 'For a test.', read: async () => [[{}, 3]] as const }];
  const service = { ...database, ...database.service };
  server = await createSubgraphServer({
    ...{ name: 'dogs', schema, createContext: () => ({}), database: service, config, gauges },
  });
  url = await server.listen({ port: 0 });
});
afterAll(async () => {
  await server.close();
  await database[Symbol.asyncDispose]();
});

async function ask(query: string, headers: Record<string, string> = {}): Promise<void> {
  await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  }).then((response) => response.text());
}

/** The value of a series of the department. */
async function valueOf(series: string): Promise<number | undefined> {
  const text = await (await fetch(metricsUrl)).text();
  const line = text
    .split('\n')
    .map((one) => one.replace(/service="dogs",|,?service="dogs"/, '').replace('{}', ''))
    .find((one) => one.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length));
}

test('operations count by root field, never by the name that a client gives', async () => {
  await ask('query Zhang { thing(uscc: "91320000608950987L") { uscc } }');
  await ask('{ a: fails(how: "public") b: fails(how: "x") }');
  await ask('{ nonsense }');
  const count = (operation: string, type: string) =>
    valueOf(
      `yiwang_department_operations_total{operation="${operation}",type="${type}",client="unsigned",end="executed"}`,
    );
  expect(await count('thing', 'query')).toBe(1);
  expect(await count('several', 'query')).toBe(1);
  expect(await count('none', 'none')).toBe(1);
  expect(await valueOf('yiwang_department_operation_duration_seconds_count{operation="thing"}')).toBe(1);
  expect(await valueOf('yiwang_department_operations_in_flight')).toBe(0);
  expect(await (await fetch(metricsUrl)).text()).not.toContain('Zhang');
});

test('errors count by code: of fields, of invalid operations, of refused requests and of bugs', async () => {
  await ask('{ fails(how: "bug") }');
  await ask('{ fails(', { 'yiwang-assertion': 'nothing' });
  await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '[]',
  });
  for (const code of ['NOT_FOUND', 'GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED', 'INTERNAL_ERROR']) {
    expect(await valueOf(`yiwang_department_errors_total{code="${code}"}`)).toBe(1);
  }
  expect(await valueOf('yiwang_department_errors_total{code="BAD_REQUEST"}')).toBe(1);
});

test('statements count by kind, those of transactions too, and those that fail', async () => {
  const count = async (statement: string, outcome: string) =>
    (await valueOf(`yiwang_database_queries_total{statement="${statement}",outcome="${outcome}"}`)) ?? 0;
  const before = [await count('begin', 'ok'), await count('select', 'error')];
  await ask('{ fails(how: "begin") }');
  await ask('{ fails(how: "sql") }');
  expect([await count('begin', 'ok'), await count('select', 'error')]).toEqual([
    before[0]! + 1,
    before[1]! + 1,
  ]);
  expect(await valueOf('yiwang_database_connections_max')).toBe(8);
});

test('what waits in the outbox, which cases are overdue, and figures of its own are read from the database', async () => {
  expect(await valueOf('yiwang_outbox_unpublished_rows')).toBe(1);
  expect(await valueOf('yiwang_outbox_oldest_age_seconds')).toBeGreaterThanOrEqual(3600);
  expect(await valueOf('yiwang_cases_overdue{table="cases",kind=""}')).toBe(1);
  expect(await valueOf('yiwang_database_size_bytes')).toBeGreaterThan(1_000_000);
  expect(await valueOf('yiwang_test_dogs')).toBe(3);
});

test('the port of the department has no metrics', async () => {
  expect((await fetch(`${url}/metrics`)).status).toBe(404);
});
