import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { meros } from 'meros/browser';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ServedGateway, serveGateway } from './support/serve-gateway.ts';

const QUERY = '{ enterprise(uscc: "E2") { name ... @defer(label: "later") { permitCount } } }';
const APOLLO_CLIENT = 'multipart/mixed;deferSpec=20220824,application/json';
const NEWER = 'multipart/mixed;incrementalSpec=v0.2,application/json';

let gateway: ServedGateway;
beforeAll(async () => {
  gateway = await serveGateway();
});
afterEach(() => gateway.graph.permits.misbehave(null));
afterAll(() => gateway[Symbol.asyncDispose]());

function post(query: string, accept?: string, signal: AbortSignal | null = null): Promise<Response> {
  return fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(accept ? { accept } : {}) },
    body: JSON.stringify({ query }),
    signal,
  });
}

/** The parts of an answer, one after the other. */
async function* partsOf(response: Response): AsyncGenerator<unknown, undefined> {
  const read = await meros<object>(response);
  if (!(Symbol.asyncIterator in read)) throw new Error(`No parts: ${await read.text()}`);
  for await (const { json, body } of read) {
    expect(json).toBe(true);
    yield body;
  }
}

/** Permits answer nothing until they are told to; resolves `asked` with the first request. */
function holdPermits() {
  const asked = Promise.withResolvers<Parameters<RequestListener>>();
  gateway.graph.permits.misbehave((request, response) => asked.resolve([request, response]));
  return {
    asked: asked.promise,
    async answer(): Promise<void> {
      const [, response] = await asked.promise;
      response.setHeader('content-type', 'application/json');
      response.end('{"data":{"_entities":[{"permitCount":5}]}}');
    },
  };
}

test('the answer is sent at once, and what is deferred when its department has answered', async () => {
  const permits = holdPermits();
  const response = await post(QUERY, APOLLO_CLIENT);
  const parts = partsOf(response);

  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('multipart/mixed; boundary="-"; deferSpec=20220824');
  expect((await parts.next()).value).toEqual({
    data: { enterprise: { name: '南京云锦研究所' } },
    hasNext: true,
  });
  await permits.answer();
  expect((await parts.next()).value).toEqual({
    hasNext: false,
    incremental: [{ data: { permitCount: 5 }, path: ['enterprise'], label: 'later' }],
  });
  expect((await parts.next()).done).toBe(true);
});

test('a client of the newer format gets each part announced, and told when it is complete', async () => {
  const response = await post(QUERY, NEWER);

  expect(response.headers.get('content-type')).toBe('multipart/mixed; boundary="-"; incrementalSpec=v0.2');
  expect(await Array.fromAsync(partsOf(response))).toEqual([
    {
      data: { enterprise: { name: '南京云锦研究所' } },
      pending: [{ id: '0', path: ['enterprise'], label: 'later' }],
      hasNext: true,
    },
    { incremental: [{ id: '0', data: { permitCount: 1 } }], completed: [{ id: '0' }], hasNext: false },
  ]);
});

test('in the newer format a part within a part is announced with the part around it', async () => {
  const nested = '{ enterprise(uscc: "E2") { name ... @defer { uscc ... @defer { permitCount } } } }';
  const parts = await Array.fromAsync(partsOf(await post(nested, NEWER)));
  const pending = parts.flatMap((part) => (part as { pending?: unknown[] }).pending ?? []);
  const completed = parts.flatMap((part) => (part as { completed?: unknown[] }).completed ?? []);

  expect(pending).toEqual([
    { id: '0', path: ['enterprise'] },
    { id: '1', path: ['enterprise'] },
  ]);
  expect(completed).toEqual([{ id: '0' }, { id: '1' }]);
});

test('errors come with the part that they concern', async () => {
  gateway.graph.permits.misbehave((_request, response) => response.destroy());
  const parts = await Array.fromAsync(partsOf(await post(QUERY, 'multipart/mixed')));

  expect(parts).toMatchObject([
    { data: { enterprise: { name: '南京云锦研究所' } }, hasNext: true },
    {
      hasNext: false,
      incremental: [
        {
          data: { permitCount: null },
          errors: [
            {
              path: ['enterprise', 'permitCount'],
              extensions: { code: 'DEPARTMENT_UNAVAILABLE', department: 'permits' },
            },
          ],
        },
      ],
    },
  ]);
  expect(parts[0]).not.toHaveProperty('errors');
});

test.each([
  'multipart/mixed',
  'multipart/mixed; deferSpec=20220824',
  'application/json, multipart/mixed',
  'multipart/mixed;boundary=graphql;deferSpec=20220824;q=0.5, */*',
])('a client with "accept: %s" gets parts', async (accept) => {
  expect((await post(QUERY, accept)).headers.get('content-type')).toMatch(/^multipart\/mixed/);
});

test.each([
  undefined,
  '*/*',
  'application/json',
  'multipart/mixed; incrementalSpec=v9, application/json',
  'multipart/mixed; deferSpec=20991231, application/json',
  'multipart/mixed;boundary=graphql;subscriptionSpec=1.0, application/json',
  'multipart/mixed;q=0, application/json',
])('a client with "accept: %s" is told what to accept, before a department is asked', async (accept) => {
  const before = gateway.graph.enterprises.requests.length;
  const response = await post(QUERY, accept);

  expect(response.status).toBe(406);
  expect(await response.json()).toMatchObject({
    errors: [
      {
        message: expect.stringContaining('multipart/mixed; deferSpec=20220824'),
        extensions: { code: 'NOT_ACCEPTABLE' },
      },
    ],
  });
  expect(gateway.graph.enterprises.requests).toHaveLength(before);
});

test.each([
  ['multipart/mixed;deferSpec=20220824, multipart/mixed;incrementalSpec=v0.2', 'deferSpec=20220824'],
  ['multipart/mixed;incrementalSpec=v0.2, multipart/mixed;deferSpec=20220824', 'incrementalSpec=v0.2'],
  [
    'multipart/mixed;deferSpec=20220824;q=0.5, multipart/mixed;incrementalSpec="v0.2"',
    'incrementalSpec=v0.2',
  ],
  ['multipart/mixed;incrementalSpec=v9, multipart/mixed;DeferSpec=20220824', 'deferSpec=20220824'],
])('of the formats in "accept: %s", %s is sent', async (accept, format) => {
  expect((await post(QUERY, accept)).headers.get('content-type')).toContain(format);
});

test('by GET parts are deferred as by POST', async () => {
  const response = await fetch(`${gateway.url}/graphql?${new URLSearchParams({ query: QUERY })}`, {
    headers: { accept: APOLLO_CLIENT, 'apollo-require-preflight': 'true' },
  });

  expect(await Array.fromAsync(partsOf(response))).toMatchObject([
    { hasNext: true },
    { incremental: [{ data: { permitCount: 1 } }], hasNext: false },
  ]);
});

test('an answer without parts is JSON, also for a client that understands parts', async () => {
  const plain = await post('{ enterprise(uscc: "E1") { uscc } }', 'multipart/mixed');
  const missing = await post('{ enterprise(uscc: "E9") { uscc ... @defer { name } } }', APOLLO_CLIENT);
  const wrong = await post('{ enterprise(uscc: "E9") { ... @defer { nothing } } }', APOLLO_CLIENT);

  expect(await plain.json()).toEqual({ data: { enterprise: { uscc: 'E1' } } });
  expect(await missing.json()).toEqual({ data: { enterprise: null } });
  expect(await wrong.json()).toMatchObject({
    errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
  });
});

test('when the client hangs up, the departments are no longer waited for', async () => {
  const permits = holdPermits();
  const client = new AbortController();
  const parts = partsOf(await post(QUERY, APOLLO_CLIENT, client.signal));
  await parts.next();
  const [request] = await permits.asked;
  client.abort();

  // The gateway closes its connection to the department.
  await once(request.socket, 'close');
  await expect(parts.next()).rejects.toThrow();
});

test('the playground’s own fetcher shows the parts one by one', async () => {
  const fetcher = createGraphiQLFetcher({ url: `${gateway.url}/graphql`, fetch });
  const shown: unknown[] = [];
  for await (const chunk of (await fetcher({ query: QUERY })) as AsyncIterable<unknown[]>)
    shown.push(...chunk);

  expect(shown).toMatchObject([
    { hasNext: true },
    { hasNext: false, incremental: [{ data: { permitCount: 1 } }] },
  ]);
});

test('the stock engine does not know the directive', async () => {
  await using stock = await serveGateway({ ENGINE: 'apollo' });

  expect((await stock.ask(QUERY)).errors).toMatchObject([
    { message: 'Unknown directive "@defer".', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
  ]);
});
