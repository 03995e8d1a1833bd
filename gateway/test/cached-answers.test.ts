import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { composeSupergraph } from '@yiwang/composition';
import { completeSchema } from '@yiwang/schema-directives';
import { listen } from '@yiwang/service/http';
import { readSettings } from '@yiwang/service/settings';
import { type SmallDepartment, startDepartment } from '@yiwang/testing/small-graph';
import { request } from 'undici';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { gatewaySettings } from '../src/config/config.ts';
import { createGateway, type Gateway } from '../src/create-gateway.ts';
import { cacheHeaders } from '../src/transport/http/cache-headers.ts';

const ITEMS = completeSchema(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { item(code: ID!): Item items: [Item!] now: String }
  type Item @key(fields: "code") @cacheControl(maxAge: 60, staleIfError: 60) { code: ID! name: String phone: String @sensitive(kind: PHONE) text: String }
`);
const RATINGS = completeSchema(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { best: Rating }
  type Rating @cacheControl(maxAge: 60) { stars: Int }
`);

let items: SmallDepartment;
let ratings: SmallDepartment;
let gateway: Gateway;
let url: string;
let folder: string;
let name: string;

beforeAll(async () => {
  const item = (code: string) => ({ code, name, phone: '13800005678', text: 'x'.repeat(6000) });
  items = await startDepartment(
    'items',
    ITEMS,
    {
      Query: {
        item: (_: unknown, { code }: { code: string }) => item(code),
        items: () => [item('1'), item('2')],
        now: () => String(Date.now()),
      },
    },
    { announces: true },
  );
  ratings = await startDepartment('ratings', RATINGS, { Query: { best: () => ({ stars: 5 }) } });
  folder = await mkdtemp(join(tmpdir(), 'yiwang-cached-'));
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, composeSupergraph([items, ratings]).supergraphSdl);
  gateway = await createGateway(
    readSettings(gatewaySettings, { SUPERGRAPH: file, ACCESS: 'open', LOG_LEVEL: 'silent' }),
  );
  url = await listen(gateway.server, '127.0.0.1', 0);
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await Promise.all([items.close(), ratings.close()]);
  await rm(folder, { recursive: true });
});

let counter = 0;
/** Every test begins with a name of its own, which shows when its announcement has arrived. */
beforeEach(async () => {
  items.misbehave(null);
  items.changes.resume();
  const query = '{ items { name } }';
  await vi.waitFor(async () => expect(await isKept(query)).toBe(true), 10_000);
  counter += 1;
  name = `name ${counter}`;
  announce('1', '2');
  await vi.waitFor(async () => expect((await ask(query)).body).toContain(name), 10_000);
});

const announce = (...codes: string[]) => items.changes.announce({ type: 'Item', keys: { Item: codes } });

/** Without what a client library would do by itself. */
async function ask(query: string, headers: Record<string, string> = {}) {
  const address = `${url}/graphql?query=${encodeURIComponent(query)}`;
  const {
    statusCode: status,
    headers: answered,
    body,
  } = await request(address, { headers: { 'graphql-require-preflight': '1', ...headers } });
  const bytes = Buffer.from(await body.arrayBuffer());
  return { status, headers: answered, bytes, body: bytes.toString() };
}

/** Whether the second answer comes without a department. */
async function isKept(query: string): Promise<boolean> {
  await ask(query);
  const count = items.requests.length + ratings.requests.length;
  await ask(query);
  return items.requests.length + ratings.requests.length === count;
}

test('an answer says how long anyone may keep it, by what it differs, and how old it is', async () => {
  const { headers } = await ask('{ item(code: 1) { code } }');
  expect(headers).toMatchObject({
    'cache-control': 'public, max-age=60',
    age: '0',
    etag: expect.stringMatching(/^W\/"[\w-]{22}"$/),
  });
  expect(String(headers['vary'])).toContain('accept, authorization');
});

test('who has the answer is told that it is the same', async () => {
  const { headers } = await ask('{ item(code: 1) { code name } }');
  const etag = String(headers['etag']);
  const again = await ask('{ item(code: 1) { code name } }', { 'if-none-match': `"other", ${etag}` });
  expect(again).toMatchObject({ status: 304, body: '' });
  expect(again.headers).toMatchObject({ etag, 'cache-control': 'public, max-age=60' });
  expect(await ask('{ item(code: 1) { code name } }', { 'if-none-match': '"other"' })).toMatchObject({
    status: 200,
  });
});

test.each([
  ['what nobody allows to keep', '{ now }', 'no-store'],
  ['a part that nobody allows to keep', '{ now item(code: 1) { code } }', 'no-store'],
  ['what is masked for some', '{ item(code: 1) { phone } }', 'private, no-cache'],
])('caches that several share keep nothing of %s', async (_what, query, expected) => {
  expect((await ask(query)).headers['cache-control']).toBe(expected);
});

test('what is asked with a token is for the one who asks', () => {
  const status = { ageMs: 1_500, remainingMs: 58_500, isPublic: true, etag: 'W/"a"' };
  expect(cacheHeaders(status, 'GET', { authorization: 'Bearer …' }).headers).toMatchObject({
    'cache-control': 'private, max-age=60',
    age: '1',
  });
});

test('an answer by POST is kept by the gateway, and by nobody on the way', async () => {
  const post = async () => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ item(code: 2) { name } }' }),
    });
    await response.text();
    return response.headers;
  };
  await post();
  const count = items.requests.length;
  const headers = await post();
  expect(items.requests).toHaveLength(count);
  expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['no-store', null]);
  expect(headers.get('age')).toMatch(/^\d+$/);
});

test('a long answer is compressed once, and its tag is the same in every coding', async () => {
  const query = '{ items { code text } }';
  const [plain, one, other] = [
    await ask(query),
    await ask(query, { 'accept-encoding': 'gzip' }),
    await ask(query, { 'accept-encoding': 'gzip' }),
  ];
  expect(one.headers['content-encoding']).toBe('gzip');
  expect((await promisify(gunzip)(other.bytes)).equals(plain.bytes)).toBe(true);
  expect(one.headers['etag']).toBe(plain.headers['etag']);
  expect(String(plain.headers['vary'])).toContain('accept-encoding');
});

test('a change shows within a second, and only of what it concerns', async () => {
  await ask('{ item(code: 1) { name } }');
  expect(await isKept('{ item(code: 2) { code name } }')).toBe(true);
  name = 'changed';
  const from = performance.now();
  announce('1');
  await vi.waitFor(async () => expect((await ask('{ item(code: 1) { name } }')).body).toContain('changed'), {
    timeout: 10_000,
    interval: 5,
  });
  expect(performance.now() - from).toBeLessThan(5_000);
  expect((await ask('{ item(code: 2) { code name } }')).body).not.toContain('changed');
});

test('while changes are not heard, every read is sent; when they are again, nothing from before is served', async () => {
  const query = '{ item(code: 1) { code name } }';
  expect(await isKept(query)).toBe(true);
  items.changes.cut();
  await vi.waitFor(async () => expect(await isKept(query)).toBe(false), 10_000);
  name = 'meanwhile';
  expect((await ask(query)).body).toContain('meanwhile');
  items.changes.resume();
  await vi.waitFor(async () => expect(await isKept(query)).toBe(true), 10_000);
  expect((await ask(query)).body).toContain('meanwhile');
});

test('while the department is down, the stale answer is served, marked, and kept by nobody', async () => {
  const query = '{ item(code: 1) { code name } }';
  const before = JSON.parse((await ask(query)).body) as object;
  items.misbehave((asked) => asked.socket.destroy());
  items.changes.cut();
  await vi.waitFor(async () => expect((await ask(query)).body).toContain('"stale"'), 10_000);
  const { status, body, headers } = await ask(query);
  expect(status).toBe(200);
  expect(JSON.parse(body)).toEqual({
    ...before,
    extensions: { stale: { ageSeconds: expect.any(Number), departments: ['items'] } },
  });
  expect(headers['cache-control']).toBe('private, no-cache');
});

test('a department that announces nothing is cached by age alone', async () => {
  await vi.waitFor(async () => expect(await isKept('{ best { stars } }')).toBe(true), 10_000);
});
