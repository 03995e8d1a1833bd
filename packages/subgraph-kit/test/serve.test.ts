import { PublicError } from '@yiwang/errors';
import type { TestDatabase } from '@yiwang/subgraph-kit/testing';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../src/database/open-database.ts';
import { buildSchema } from '../src/serve/build-schema.ts';
import { createSubgraphServer } from '../src/serve/serve-subgraph.ts';
import { serviceSettings } from '../src/serve/service-settings.ts';
import { openThings } from './support/open-things.ts';

const USCC = '91320000608950987L';

let database: TestDatabase;
let server: FastifyInstance;
let url: string;
const batches: string[][] = [];

const schema = buildSchema(new URL('fixtures/schema.graphql', import.meta.url), {
  Query: {
    echo: (_root: unknown, args: object) => JSON.stringify(args),
    thing: (_root: unknown, { uscc }: { uscc: string }) => ({ uscc }),
    async fails(_root: unknown, { how }: { how: string }) {
      if (how === 'bug') throw new Error('password=hunter2');
      if (how === 'public') throw new PublicError('NOT_FOUND', 'There is none.');
      if (how === 'nul') return (await database.sql`select ${'a\0b'}::text as text`)[0]!['text'];
      if (how === 'slow') return database.sql.begin(stopAfterAMillisecond);
      await using away = openDatabase('postgres://nobody@127.0.0.1:1/none');
      return away.sql`select 1`;
    },
  },
  Mutation: { change: () => true },
  Thing: { __resolveReference: ({ uscc }: { uscc: string }) => ({ uscc, batch: batches.push([uscc]) }) },
});

async function stopAfterAMillisecond(sql: TestDatabase['sql'] | object) {
  const session = sql as TestDatabase['sql'];
  await session`set local statement_timeout = 1`;
  await session`select pg_sleep(5)`;
}

beforeAll(async () => {
  database = await openThings();
  server = await startServer(database);
  url = await server.listen({ port: 0 });
});
afterAll(async () => {
  await server.close();
  await database[Symbol.asyncDispose]();
});

function startServer(over: Parameters<typeof createSubgraphServer>[0]['database']) {
  const config = serviceSettings(0).parse({
    DATABASE_URL: database.url,
    LOG_LEVEL: 'silent',
    UNSIGNED: 'allow',
  });
  return createSubgraphServer({ name: 'things', schema, createContext: () => ({}), database: over, config });
}

interface Answer {
  status: number;
  data?: Record<string, unknown> | null;
  codes: unknown[];
  text: string;
}

async function send(init: RequestInit, path = '/graphql'): Promise<Answer> {
  const response = await fetch(url + path, init);
  const text = await response.text();
  const { data, errors = [] } = JSON.parse(text);
  const codes = errors.map((error: { extensions?: { code?: unknown } }) => error.extensions?.code);
  return { status: response.status, data, codes, text };
}

const post = (body: unknown, headers: Record<string, string> = {}) =>
  send({
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
  });

test.each<[what: string, status: number, code: string, body: unknown]>([
  ['bytes that are not UTF-8', 400, 'BAD_REQUEST', Buffer.from([0x7b, 0xff, 0x7d])],
  ['a list of operations', 400, 'BAD_REQUEST', [{ query: '{ echo }' }]],
  ['a body without a query', 400, 'BAD_REQUEST', { variables: {} }],
  ['a query that is a number', 400, 'BAD_REQUEST', { query: 1 }],
  ['variables that are a list', 400, 'BAD_REQUEST', { query: '{ echo }', variables: [] }],
  ['ten megabytes', 413, 'REQUEST_TOO_LARGE', { query: ' '.repeat(10_000_000) }],
  ['a query that is not GraphQL', 200, 'GRAPHQL_PARSE_FAILED', { query: '{ echo' }],
  ['100,000 fields', 200, 'GRAPHQL_PARSE_FAILED', { query: `{ ${'echo '.repeat(100_000)} }` }],
  ['a field that does not exist', 200, 'GRAPHQL_VALIDATION_FAILED', { query: '{ nothing }' }],
  [
    'a fragment that spreads itself',
    200,
    'GRAPHQL_VALIDATION_FAILED',
    { query: '{ ...A } fragment A on Query { echo ...A }' },
  ],
  ['a malformed code in the query', 200, 'MALFORMED_CODE', { query: '{ thing(uscc: "1") { uscc } }' }],
  [
    'a malformed code in the variables',
    200,
    'MALFORMED_CODE',
    { query: 'query ($uscc: USCC) { thing(uscc: $uscc) { uscc } }', variables: { uscc: '1' } },
  ],
  ['a day that does not exist', 200, 'INVALID_DATE', { query: '{ echo(on: "2026-02-30") }' }],
  [
    'a variable of another type',
    200,
    'BAD_USER_INPUT',
    { query: 'query ($count: Int) { echo(count: $count) }', variables: { count: 'x' } },
  ],
  [
    'an operation that the query does not hold',
    200,
    'OPERATION_RESOLUTION_FAILURE',
    { query: 'query A { echo }', operationName: 'B' },
  ],
  [
    'several operations and no name',
    200,
    'OPERATION_RESOLUTION_FAILURE',
    { query: 'query A { echo } query B { echo }' },
  ],
  ['a subscription', 200, 'OPERATION_RESOLUTION_FAILURE', { query: 'subscription { things }' }],
  ['the character U+0000 in a text', 200, 'INVALID_ARGUMENT', { query: '{ fails(how: "nul") }' }],
  ['a database that is away', 200, 'DEPARTMENT_UNAVAILABLE', { query: '{ fails(how: "away") }' }],
  ['a statement that takes too long', 200, 'DEPARTMENT_UNAVAILABLE', { query: '{ fails(how: "slow") }' }],
  ['an error for the caller', 200, 'NOT_FOUND', { query: '{ fails(how: "public") }' }],
])(
  '%s is answered %i %s, without a stack trace, and the next request works',
  async (_what, status, code, body) => {
    const refused = await post(body);
    expect({ status: refused.status, code: refused.codes[0] }).toEqual({ status, code });
    expect(refused.text).not.toMatch(/\bat .*:\d+:\d+|node_modules/);

    expect((await post({ query: '{ echo(text: "next") }' })).data).toEqual({ echo: '{"text":"next"}' });
  },
);

test('with the media type of GraphQL over HTTP, a request that cannot run is answered 400', async () => {
  const accept = { accept: 'application/graphql-response+json' };
  expect((await post({ query: '{ nothing }' }, accept)).status).toBe(400);
  expect((await post({ query: '{ thing(uscc: "1") { uscc } }' }, accept)).status).toBe(400);
  expect((await post({ query: '{ fails(how: "public") }' }, accept)).status).toBe(200);
});

test('a query by GET is answered; a mutation by GET, a foreign media type and a foreign charset are refused', async () => {
  const get = (query: string, init = {}) => send(init, `/graphql?${new URLSearchParams({ query })}`);
  expect((await get('{ echo(text: "a") }')).data).toEqual({ echo: '{"text":"a"}' });
  expect(await get('mutation { change }')).toMatchObject({ status: 405, codes: ['METHOD_NOT_ALLOWED'] });
  expect(await get('{ echo }', { headers: { accept: 'text/html' } })).toMatchObject({
    status: 406,
    codes: ['NOT_ACCEPTABLE'],
  });
  const gbk = { 'content-type': 'application/json; charset=gbk' };
  expect(await post({ query: '{ echo }' }, gbk)).toMatchObject({
    status: 415,
    codes: ['UNSUPPORTED_MEDIA_TYPE'],
  });
});

test('a bug is masked behind an incident id', async () => {
  const { codes, text, data } = await post({ query: '{ fails(how: "bug") }' });
  expect({ codes, data }).toEqual({ codes: ['INTERNAL_ERROR'], data: { fails: null } });
  expect(text).toMatch(/Incident [0-9a-f-]{36}\./);
  expect(text).not.toContain('hunter2');
});

test('an unknown address is NOT_FOUND', async () => {
  expect(await send({}, '/nowhere')).toMatchObject({ status: 404, codes: ['NOT_FOUND'] });
});

test('each representation is checked on its own, and its key reaches the resolver in canonical form', async () => {
  batches.length = 0;
  const { data, codes } = await post({
    query: `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Thing { uscc } ... on Share { id number } }
    }`,
    variables: {
      representations: [
        { __typename: 'Thing', uscc: '９１３２００００608950987l' },
        { __typename: 'Thing', uscc: '1' },
        { __typename: 'Thing' },
        { __typename: 'Thing', uscc: null },
        { __typename: 'Nothing', uscc: USCC },
        'Thing',
        { __typename: 'Share', id: 'a', number: 7 },
        { __typename: 'Share', number: 7 },
        { __typename: 'Share', number: 'seven', owner: { uscc: '1' } },
      ],
    },
  });

  const nothing = Array(5).fill(null);
  expect(data).toEqual({ _entities: [{ uscc: USCC }, ...nothing, { id: 'a', number: 7 }, null, null] });
  expect(codes.sort()).toEqual(['INVALID_ARGUMENT', ...Array(5).fill('INVALID_ARGUMENT'), 'MALFORMED_CODE']);
  expect(batches).toEqual([[USCC]]);
});

test('/health and /ready answer; with the database away /ready is 503 and /health still says yes', async () => {
  expect((await fetch(`${url}/health`)).status).toBe(200);
  expect((await fetch(`${url}/ready`)).status).toBe(200);

  const away = openDatabase('postgres://nobody@127.0.0.1:1/none');
  const alone = await startServer(away);
  const address = await alone.listen({ port: 0 });
  const ready = await fetch(`${address}/ready`);
  expect(ready.status).toBe(503);
  expect(await ready.json()).toEqual({ status: 'not ready', checks: { database: 'failed' } });
  expect((await fetch(`${address}/health`)).status).toBe(200);
  await alone.close();
  await away[Symbol.asyncDispose]();
});
