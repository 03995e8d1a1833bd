import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient, type ExecutionResult } from 'graphql-ws';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type ServedGateway, serveGateway } from './support/serve-gateway.ts';

const RENAMED = 'subscription { renamed { uscc name permits { number } } }';
const rename = (name: string) => `mutation { rename(uscc: "E2", name: "${name}") { name } }`;
const renamedTo = (name: string) => ({
  data: { renamed: { uscc: 'E2', name, permits: [{ number: 'P3' }] } },
});

/** The same for all cases, each of which leaves it without subscriptions, until one fails or ends it. */
let gateway: ServedGateway;
let isEnded = true;
beforeEach(async () => {
  if (isEnded) {
    gateway = await serveGateway({
      OPERATIONS_PER_WEBSOCKET: '3',
      BODY_LIMIT_BYTES: '20000',
      SUBSCRIPTIONS: '4',
    });
    isEnded = false;
  }
  gateway.graph.enterprises.requests.length = 0;
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await end();
  if (!isEnded) await gateway.graph.renamed.until(0);
});
afterAll(() => end());

/** Ends the gateway; the next case gets another one. */
async function end(): Promise<void> {
  if (isEnded) return;
  isEnded = true;
  await gateway[Symbol.asyncDispose]();
}

interface Results extends AsyncIterableIterator<ExecutionResult> {
  return(): Promise<IteratorResult<ExecutionResult>>;
}
interface Client {
  iterate(operation: { query: string; variables?: Record<string, unknown>; operationName?: string }): Results;
  dispose(): void;
}

const CLIENTS: [name: string, open: () => Client][] = [
  [
    'server-sent events',
    () => createSseClient({ url: `${gateway.url}/graphql`, retryAttempts: 0 }) as unknown as Client,
  ],
  [
    'WebSocket',
    () =>
      createWsClient({
        url: `${gateway.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
      }) as unknown as Client,
  ],
];

/** All results of an operation that ends by itself; errors that end it, by whatever message, come last. */
async function collect(results: Results): Promise<unknown[]> {
  const all: unknown[] = [];
  try {
    for await (const result of results) all.push(result);
  } catch (errors) {
    all.push(Array.isArray(errors) ? { errors } : errors);
  }
  return all;
}

const code = (expected: string) => ({ errors: [{ extensions: { code: expected } }] });

describe.each(CLIENTS)('a client of %s', (_name, open) => {
  let client: Client;
  beforeEach(() => {
    client = open();
  });
  afterEach(() => client.dispose());

  test('gets an answer for each event, with the fields of other departments', async () => {
    const results = client.iterate({ query: RENAMED });
    const first = results.next();
    await gateway.graph.renamed.until(1);
    await gateway.ask(rename('甲'));
    await gateway.ask(rename('乙'));

    expect((await first).value).toEqual(renamedTo('甲'));
    expect((await results.next()).value).toEqual(renamedTo('乙'));
    await results.return();
    await gateway.graph.renamed.until(0);
  });

  test('is told when the department ends the subscription', async () => {
    const results = collect(client.iterate({ query: RENAMED }));
    await gateway.graph.renamed.until(1);
    await gateway.ask(rename('甲'));
    gateway.graph.renamed.complete();
    expect(await results).toEqual([renamedTo('甲')]);
  });

  test('gets queries and mutations answered as by HTTP, with their errors', async () => {
    const query = 'query Q($uscc: ID!) { enterprise(uscc: $uscc) { name } } query R { refuse }';
    expect(await collect(client.iterate({ query, operationName: 'Q', variables: { uscc: 'E2' } }))).toEqual([
      { data: { enterprise: { name: '南京云锦研究所' } } },
    ]);
    expect(await collect(client.iterate({ query: rename('丙') }))).toEqual([
      { data: { rename: { name: '丙' } } },
    ]);
    expect(await collect(client.iterate({ query: '{ refuse(code: "NO") }' }))).toMatchObject([
      { data: { refuse: null }, errors: [{ path: ['refuse'], extensions: { code: 'NO' } }] },
    ]);
  });

  test.each([
    ['{', 'GRAPHQL_PARSE_FAILED'],
    ['subscription { renamed { nothing } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription { renamed { name } __schema { types { name } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription { __typename }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      `subscription { renamed { ${'parent { '.repeat(25)} uscc ${'}'.repeat(25)} } }`,
      'OPERATION_TOO_COMPLEX',
    ],
    ['subscription ($x: Boolean!) { renamed { name @include(if: $x) } }', 'BAD_USER_INPUT'],
    ['subscription ($x: Boolean!) { renamed @include(if: $x) { name } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'subscription { ...F @skip(if: false) } fragment F on Subscription { renamed { name } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['query A { __typename } subscription B { renamed { name } }', 'OPERATION_RESOLUTION_FAILURE'],
  ])('is told by a code what is wrong with %s', async (query, expected) => {
    const [outcome] = (await collect(client.iterate({ query }))) as { errors: object[] }[];
    expect(outcome!.errors[0]).toMatchObject({ extensions: { code: expected } });
    expect(outcome).not.toHaveProperty('data');
  });

  test('is told when the department dies, and when the schema is replaced', async () => {
    const replaced = collect(client.iterate({ query: RENAMED }));
    await gateway.graph.renamed.until(1);
    await gateway.replaceSupergraph();
    expect(await replaced).toMatchObject([code('SUBSCRIPTION_INTERRUPTED')]);
    await gateway.graph.renamed.until(0);

    const died = collect(client.iterate({ query: RENAMED }));
    await gateway.graph.renamed.until(1);
    await gateway.ask(rename('甲'));
    await gateway.graph.enterprises.close();
    expect(await died).toMatchObject([renamedTo('甲'), code('DEPARTMENT_UNAVAILABLE')]);
    await end();
  });
});

async function streamEvents(body: object | null, init: RequestInit = {}, search = '') {
  return fetch(`${gateway.url}/graphql${search}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    ...(body ? { body: JSON.stringify(body) } : {}),
    ...init,
  });
}

describe('server-sent events', () => {
  const get = { method: 'GET', headers: { accept: 'text/event-stream' } };

  test('a browser’s EventSource subscribes by GET', async () => {
    const response = await streamEvents(null, get, `?query=${encodeURIComponent(RENAMED)}`);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    await gateway.graph.renamed.until(1);
    await gateway.ask(rename('甲'));
    gateway.graph.renamed.complete();
    expect(await response.text()).toBe(
      `:\n\nevent: next\ndata: ${JSON.stringify(renamedTo('甲'))}\n\nevent: complete\ndata:\n\n`,
    );
  });

  test('a mutation by GET is refused as it is without events, and does not happen', async () => {
    const search = `?query=${encodeURIComponent(rename('甲'))}`;
    const headers = { ...get.headers, 'apollo-require-preflight': '1' };
    const response = await streamEvents(null, { ...get, headers }, search);
    expect(response.status).toBe(405);
    expect(gateway.graph.enterprises.requests).toEqual([]);
  });

  test('one more subscription than allowed is refused with a status', async () => {
    const clients = await Promise.all(Array.from({ length: 4 }, () => streamEvents({ query: RENAMED })));
    await gateway.graph.renamed.until(4);
    const refused = await streamEvents({ query: RENAMED });
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject(code('TOO_MANY_SUBSCRIPTIONS'));
    await Promise.all(clients.map((response) => response.body!.cancel()));
    await gateway.graph.renamed.until(0);
    const again = await streamEvents({ query: RENAMED });
    expect(again.status).toBe(200);
    await again.body!.cancel();
  });

  test('a subscription that asks for JSON is told how to ask', async () => {
    expect(await gateway.ask(RENAMED)).toMatchObject(code('OPERATION_RESOLUTION_FAILURE'));
  });
});

/** A client without a library; acknowledged. */
async function beginSocket() {
  const opened = await openSocket();
  opened.say({ type: 'connection_init' });
  await once(opened.socket, 'message');
  return opened;
}

async function openSocket(protocol: string | undefined = 'graphql-transport-ws', path = '/graphql') {
  const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}${path}`, protocol);
  const messages: { type: string; id?: string; payload?: unknown }[] = [];
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  socket.on('message', (data) => messages.push(JSON.parse(String(data))));
  await once(socket, 'open');
  return { socket, messages, closed, say: (message: unknown) => socket.send(JSON.stringify(message)) };
}

describe('WebSocket', () => {
  const subscribe = (id: string, query = RENAMED) => ({ type: 'subscribe', id, payload: { query } });

  test.each([
    ['is no JSON', 4400, null, '{'],
    ['has no type', 4400, null, '{"id":"1"}'],
    ['is binary', 4400, null, Buffer.from('{"type":"connection_init"}')],

    ['begins the connection twice', 4429, null, '{"type":"connection_init"}'],
    ['uses an id again', 4409, subscribe('1'), JSON.stringify(subscribe('1'))],
    ['has a query that is no text', 4400, null, '{"type":"subscribe","id":"1","payload":{"query":1}}'],
    ['is larger than the limit', 1009, null, JSON.stringify(subscribe('1', ' '.repeat(20_001)))],
  ])('a message that %s closes with %d', async (_what, expected, before, last) => {
    const { socket, closed, say } = await beginSocket();
    if (before) say(before);
    socket.send(last, { binary: typeof last !== 'string' });
    expect(await closed).toBe(expected);
    await gateway.graph.renamed.until(0);
  });

  test('who does not begin the connection may not subscribe', async () => {
    const { closed, say } = await openSocket();
    say(subscribe('1'));
    expect(await closed).toBe(4401);
  });

  test('another protocol is not spoken, at another address nothing', async () => {
    await expect(openSocket('graphql-ws')).rejects.toThrow(/protocol/i);
    await expect(openSocket(undefined, '/other')).rejects.toThrow('404');
  });

  test('more operations than a connection may run are refused, and the others go on', async () => {
    const { socket, messages, closed, say } = await beginSocket();
    for (const id of ['1', '2', '3', '4']) say(subscribe(id));
    await gateway.graph.renamed.until(3);
    await gateway.ask(rename('甲'));
    await expect.poll(() => messages.filter(({ type }) => type === 'next')).toHaveLength(3);
    expect(messages).toContainEqual({
      type: 'error',
      id: '4',
      payload: [expect.objectContaining({ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } })],
    });
    say({ type: 'complete', id: '1' });
    await gateway.graph.renamed.until(2);
    say(subscribe('5'));
    await gateway.graph.renamed.until(3);
    socket.terminate();
    await closed;
    await gateway.graph.renamed.until(0);
  });

  test('an operation that nests too deep is refused', async () => {
    const { socket, messages } = await beginSocket();
    const value = `${'['.repeat(300)}${']'.repeat(300)}`;
    socket.send(
      `{"type":"subscribe","id":"1","payload":{"query":"{ __typename }","variables":{"value":${value}}}}`,
    );
    await expect.poll(() => messages).toHaveLength(2);
    expect(messages[1]).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'BAD_REQUEST' } }] });
    socket.terminate();
  });
});

test('a gateway that stops ends its streams with a code, closes its sockets, and does not wait for clients', async () => {
  const stream = await streamEvents({ query: RENAMED });
  const { closed, say } = await beginSocket();
  say({ type: 'subscribe', id: '1', payload: { query: RENAMED } });
  // One that never reads, and never answers a closing handshake.
  const deaf = httpRequest(`${gateway.url}/graphql`, {
    headers: {
      connection: 'upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      'sec-websocket-protocol': 'graphql-transport-ws',
    },
  });
  deaf.end();
  await once(deaf, 'upgrade');
  await gateway.graph.renamed.until(2);

  const ended = end();

  expect(await stream.text()).toContain('SUBSCRIPTION_INTERRUPTED');
  expect(await closed).toBe(1001);
  await ended;
});
