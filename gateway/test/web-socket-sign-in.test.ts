import { once } from 'node:events';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient, type ExecutionResult } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import {
  type AccessGateway,
  GRANT,
  PURPOSE,
  serveAccessGateway,
  TAXPAYER,
} from './support/access-gateway.ts';

let gateway: AccessGateway;
beforeAll(async () => {
  gateway = await serveAccessGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const now = () => Math.floor(Date.now() / 1000);
const ARREARS = '{ taxpayer { arrears } }';
const CHANGED = 'subscription { changed { name } }';

/** The first result of an operation, over a connection of its own. */
async function ask(
  query: string,
  connectionParams?: Record<string, unknown>,
  headers?: Record<string, string>,
) {
  class WithHeaders extends WebSocket {
    constructor(url: string, protocol: string) {
      super(url, protocol, { headers });
    }
  }
  const client = createClient({
    url: `${gateway.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WithHeaders,
    retryAttempts: 0,
    ...(connectionParams && { connectionParams }),
  });
  try {
    for await (const result of client.iterate({ query })) return result as ExecutionResult;
    return null;
  } finally {
    await client.dispose();
  }
}

/** How the connection is closed after `connection_init` with this payload. */
async function closedAfter(payload: unknown): Promise<[code: number, reason: string]> {
  const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload }));
  const [code, reason] = (await once(socket, 'close')) as [number, Buffer];
  return [code, reason.toString()];
}

test('a client signs in with what it sends at the beginning, in any case of the names', async () => {
  await gateway.grant(GRANT);
  const authorization = `Bearer ${await gateway.token('desk')}`;
  await expect
    .poll(() => ask(ARREARS, { authorization, ...PURPOSE }))
    .toEqual({ data: { taxpayer: { arrears: 7 } } });
  expect(await ask('{ staff }', { Authorization: authorization })).toEqual({ data: { staff: 'staff' } });
  expect((await ask(ARREARS, { authorization }))?.errors?.[0]).toMatchObject({
    extensions: { code: 'PURPOSE_REQUIRED' },
  });
});

test('a program signs in with the headers of its connection, or with what it sends at the beginning, not with both', async () => {
  const authorization = `Bearer ${await gateway.token('desk')}`;
  expect(await ask('{ staff }', undefined, { authorization })).toEqual({ data: { staff: 'staff' } });
  expect(await ask('{ staff }', { authorization })).toEqual({ data: { staff: 'staff' } });
  await expect(ask('{ staff }', { authorization }, { authorization })).rejects.toMatchObject({ code: 4400 });
  await expect(ask('{ staff }', { authorization, Authorization: authorization })).rejects.toMatchObject({
    code: 4400,
  });
});

test('whoever says nothing is not signed in', async () => {
  expect(await ask('{ staff }')).toMatchObject({
    data: { staff: null },
    errors: [{ extensions: { reason: 'SIGN_IN' } }],
  });
  expect(await ask('{ staff }', { cookie: 'a', 'x-user': 'admin' })).toMatchObject({ data: { staff: null } });
});

test.each<[what: string, params: () => object | Promise<object>, code: number, reason: RegExp]>([
  ['a token that is none', () => ({ authorization: 'Bearer x' }), 4401, /not a JSON Web Token/],
  [
    'a token that has expired',
    async () => ({ authorization: `Bearer ${await gateway.token('desk', { exp: now() - 60 })}` }),
    4401,
    /expired/,
  ],
  ['a token that is a number', () => ({ authorization: 1 }), 4400, /authorization must be a string/],
  ['half a purpose', () => ({ 'purpose-basis': 'x' }), 4400, /purpose-case is missing/],
  ['a purpose that is a list', () => ({ ...PURPOSE, 'purpose-case': ['x'] }), 4400, /purpose-case must be/],
  ['a purpose of two lines', () => ({ ...PURPOSE, 'purpose-case': 'a\nb' }), 4400, /purpose-case must be/],
])('%s closes the connection with a reason', async (_what, params, code, reason) => {
  const closed = await closedAfter(await params());
  expect(closed[0]).toBe(code);
  expect(closed[1]).toMatch(reason);
});

test('when the token has expired, the connection ends with all its operations', async () => {
  // Half a minute is for clocks that differ.
  const authorization = `Bearer ${await gateway.token('desk', { exp: now() - 28 })}`;
  const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } }));
  await once(socket, 'message');
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: CHANGED } }));
  await gateway.changed.until(1);
  const [code, reason] = (await once(socket, 'close')) as [number, Buffer];
  expect([code, reason.toString()]).toEqual([4403, 'The token has expired.']);
  await gateway.changed.until(0);
});

describe('server-sent events', () => {
  test('end with the reason when the token has expired', async () => {
    const authorization = `Bearer ${await gateway.token('desk', { exp: now() - 28 })}`;
    const client = createSseClient({
      url: `${gateway.url}/graphql`,
      retryAttempts: 0,
      headers: { authorization },
    });
    const results: unknown[] = [];
    for await (const result of client.iterate({ query: CHANGED })) results.push(result);
    expect(results).toMatchObject([{ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }]);
    await gateway.changed.until(0);
  });
});

test('a subscription ends within a second when what it was granted is revoked', async () => {
  await gateway.grant(GRANT);
  const authorization = `Bearer ${await gateway.token('desk')}`;
  await expect
    .poll(async () => (await ask(ARREARS, { authorization, ...PURPOSE }))?.data)
    .toEqual({ taxpayer: { arrears: 7 } });
  const client = createClient({
    url: `${gateway.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization, ...PURPOSE },
  });
  const results = client.iterate({ query: 'subscription { changed { arrears } }' });
  const first = results.next();
  await gateway.changed.until(1);
  gateway.changed.publish({ changed: TAXPAYER });
  expect((await first).value).toEqual({ data: { changed: { arrears: 7 } } });
  const second = Promise.resolve(results.next()).catch((errors: unknown) => errors);
  const revokedAt = performance.now();
  await gateway.grant();
  expect(await second).toMatchObject([{ extensions: { code: 'SUBSCRIPTION_INTERRUPTED' } }]);
  expect(performance.now() - revokedAt).toBeLessThan(5000);
  await client.dispose();
});
