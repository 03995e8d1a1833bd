import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettingsError } from '@yiwang/service/settings';
import { createLogger } from '@yiwang/service/logging';
import { createClient } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createTrustedDocuments } from '../src/pipeline/persisted-documents/trusted-documents.ts';
import { type ServedGateway, serveGateway } from './support/serve-gateway.ts';

const logger = createLogger('test', 'silent');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const NAME = 'query Name($uscc: ID!) { enterprise(uscc: $uscc) { name } }';
const variables = { uscc: 'E2' };
const DATA = { data: { enterprise: { name: '南京云锦研究所' } } };
const byHash = (source: string, version: unknown = 1) => ({
  extensions: { persistedQuery: { version, sha256Hash: sha256(source) } },
});
const code = (expected: string, message?: string) => ({
  errors: [{ ...(message && { message }), extensions: { code: expected } }],
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-persisted-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(content: unknown): Promise<string> {
  const file = join(folder, `${Math.random()}.json`);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

async function post(gateway: ServedGateway, body: object, headers = {}) {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return (await response.json()) as unknown;
}

async function get(gateway: ServedGateway, parameters: Record<string, string>) {
  const response = await fetch(`${gateway.url}/graphql?${new URLSearchParams(parameters)}`, {
    headers: { 'apollo-require-preflight': '1' },
  });
  return (await response.json()) as unknown;
}

let gateway: ServedGateway;
beforeEach(async () => {
  gateway = await serveGateway();
});
afterEach(() => gateway[Symbol.asyncDispose]());

test('a document that was sent once with its hash is found by the hash, as clients of Apollo do it', async () => {
  const onlyHash = { ...byHash(NAME), variables };
  expect(await post(gateway, onlyHash)).toEqual(code('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound'));
  expect(await post(gateway, { ...onlyHash, query: NAME })).toEqual(DATA);
  expect(await post(gateway, onlyHash)).toEqual(DATA);
  expect(await post(gateway, { documentId: `sha256:${sha256(NAME)}`, variables })).toEqual(DATA);
  expect(
    await get(gateway, {
      extensions: JSON.stringify(byHash(NAME).extensions),
      variables: JSON.stringify(variables),
    }),
  ).toEqual(DATA);
  expect(
    await get(gateway, {
      documentId: `sha256:${sha256(NAME).toUpperCase()}`,
      variables: JSON.stringify(variables),
    }),
  ).toEqual(DATA);
});

test('a miss has a status that says so, where the media type allows it', async () => {
  const statusOf = async (accept: string) => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify(byHash(NAME)),
    });
    return [response.status, response.headers.get('cache-control')];
  };

  expect(await statusOf('application/json')).toEqual([200, 'no-store']);
  expect(await statusOf('application/graphql-response+json')).toEqual([400, 'no-store']);
});

test('a hash of another document is refused, and nothing is remembered under it', async () => {
  const wrong = { ...byHash('{ __typename }'), query: NAME, variables };

  expect(await post(gateway, wrong)).toMatchObject(code('BAD_REQUEST'));
  expect(await post(gateway, byHash('{ __typename }'))).toMatchObject(code('PERSISTED_QUERY_NOT_FOUND'));
});

test.each([
  ['another version', { extensions: { persistedQuery: { version: 2, sha256Hash: sha256(NAME) } } }],
  ['no hash', { extensions: { persistedQuery: { version: 1 } } }],
  ['a hash that is too short', { extensions: { persistedQuery: { version: 1, sha256Hash: 'abc' } } }],
  ['a hash that is a list', { extensions: { persistedQuery: { version: 1, sha256Hash: [sha256(NAME)] } } }],
  ['a list instead', { extensions: { persistedQuery: [1] } }],
  ['an id of another form', { documentId: sha256(NAME) }],
  ['an id that is a number', { documentId: 7 }],
])('%s is BAD_REQUEST', async (_what, body) => {
  expect(await post(gateway, { ...body, variables })).toMatchObject(code('BAD_REQUEST'));
});

test('other extensions are left as they are', async () => {
  const extensions = { ...byHash(NAME).extensions, clientLibrary: { name: 'x' } };

  expect(await post(gateway, { extensions, query: NAME, variables })).toEqual(DATA);
  expect(await post(gateway, { extensions, variables })).toEqual(DATA);
  expect(await post(gateway, { extensions: { clientLibrary: {} }, query: NAME, variables })).toEqual(DATA);
});

test('what is found by its hash has the same limits, and no mutation comes by GET', async () => {
  const deep = `{ enterprise(uscc: "E1") { ${'parent { '.repeat(25)} uscc ${'}'.repeat(25)} } }`;
  expect(await post(gateway, { ...byHash(deep), query: deep })).toMatchObject(code('OPERATION_TOO_COMPLEX'));
  expect(await post(gateway, byHash(deep))).toMatchObject(code('OPERATION_TOO_COMPLEX'));

  const mutation = 'mutation { rename(uscc: "E1", name: "x") { name } }';
  await post(gateway, { ...byHash(mutation), query: mutation });
  const before = gateway.graph.enterprises.requests.length;
  expect(await get(gateway, { documentId: `sha256:${sha256(mutation)}` })).toMatchObject(
    code('METHOD_NOT_ALLOWED'),
  );
  expect(gateway.graph.enterprises.requests).toHaveLength(before);
});

test('over a WebSocket the empty query stands for the one with the hash', async () => {
  await post(gateway, { ...byHash(NAME), query: NAME, variables });
  const client = createClient({
    url: `${gateway.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  const ask = async (source: string) =>
    (await client.iterate({ query: '', variables, ...byHash(source) }).next()).value as unknown;

  expect(await ask(NAME)).toEqual(DATA);
  await expect(ask('{ __typename }')).rejects.toMatchObject([
    { extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } },
  ]);
  await client.dispose();
});

test('no more is remembered than there is room for; the least used go first', async () => {
  await using small = await serveGateway({ PERSISTED_QUERIES: '2' });
  const documents = ['{ a: __typename }', '{ b: __typename }', '{ c: __typename }'];
  for (const query of documents) await post(small, { ...byHash(query), query });

  expect(await post(small, byHash(documents[0]!))).toMatchObject(code('PERSISTED_QUERY_NOT_FOUND'));
  expect(await post(small, byHash(documents[2]!))).toMatchObject({ data: {} });

  await using none = await serveGateway({ PERSISTED_QUERIES: '0' });
  expect(await post(none, byHash(NAME))).toEqual(
    code('PERSISTED_QUERY_NOT_SUPPORTED', 'PersistedQueryNotSupported'),
  );
  expect(await post(none, { ...byHash(NAME), query: NAME, variables })).toEqual(DATA);
});

test('a client of trusted documents runs these, by hash or as they are, and nothing else', async () => {
  await using strict = await serveGateway({
    PERSISTED_OPERATIONS: await fileOf({
      public: { [sha256(NAME)]: NAME },
      portal: { [sha256('{ portal: __typename }')]: '{ portal: __typename }' },
      '*': { [sha256('{ all: __typename }')]: '{ all: __typename }' },
    }),
    CLIENTS: await fileOf({ public: { persistedOnly: true } }),
  });
  const required = code('PERSISTED_OPERATION_REQUIRED');

  expect(await post(strict, { ...byHash(NAME), variables })).toEqual(DATA);
  expect(await post(strict, { query: NAME, variables })).toEqual(DATA);
  expect(await post(strict, byHash('{ all: __typename }'))).toEqual({ data: { all: 'Query' } });
  for (const body of [
    { query: `${NAME} `, variables },
    { query: '{' },
    { ...byHash('{ other: __typename }'), query: '{ other: __typename }' },
    byHash('{ other: __typename }'),
    byHash('{ portal: __typename }'),
    { query: '{ portal: __typename }' },
    { query: '{ __schema { types { name } } }' },
  ]) {
    expect(await post(strict, body)).toMatchObject(required);
  }
  expect(await get(strict, { query: '{ other: __typename }' })).toMatchObject(required);
});

test('a list of trusted documents is read as the tools of Apollo write it', async () => {
  const file = await fileOf({
    portal: {
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [{ id: sha256(NAME), name: 'Name', type: 'query', body: NAME }],
    },
  });
  using trusted = await createTrustedDocuments(file, logger);
  const client = (id: string) => ({ id, user: null, department: null, scopes: [] });

  expect(trusted.find(client('portal'), sha256(NAME))).toBe(NAME);
  expect(trusted.has(client('portal'), NAME)).toBe(true);
  expect(trusted.find(client('other'), sha256(NAME))).toBeUndefined();
  expect(trusted.has(client('other'), NAME)).toBe(false);
});

test.each([
  ['no JSON', '{', 'JSON'],
  ['a document under another hash', { portal: { [sha256('x')]: NAME } }, sha256(NAME)],
  ['no documents by client', { [sha256(NAME)]: NAME }, 'Invalid input'],
])('a list with %s is refused at the start', async (_what, content, why) => {
  const file = await fileOf(content);
  const refusal = (await createTrustedDocuments(file, logger).catch((error: Error) => error)) as Error;

  expect(refusal).toBeInstanceOf(SettingsError);
  expect(refusal.message).toContain(`PERSISTED_OPERATIONS: ${file}`);
  expect(refusal.message).toContain(why);
});
