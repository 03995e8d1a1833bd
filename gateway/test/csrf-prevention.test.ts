import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { readAllowedOrigins } from '../src/pipeline/csrf-prevention/allowed-origins.ts';
import { createCsrfPrevention } from '../src/pipeline/csrf-prevention/csrf-prevention.ts';
import { type ServedGateway, serveGateway } from './support/serve-gateway.ts';

const PORTAL = 'https://portal.example.cn';
const STRANGER = 'https://stranger.example';

let closed: ServedGateway;
let open: ServedGateway;
beforeAll(async () => {
  [closed, open] = await Promise.all([serveGateway(), serveGateway({ CORS_ORIGINS: PORTAL })]);
});
afterAll(async () => {
  await Promise.all([closed[Symbol.asyncDispose](), open[Symbol.asyncDispose]()]);
});

const PROOF = { 'apollo-require-preflight': '1' };

function get(gateway: ServedGateway, headers: Record<string, string>) {
  return fetch(`${gateway.url}/graphql?query={__typename}`, { headers });
}

function preflight(gateway: ServedGateway, origin: string) {
  return fetch(`${gateway.url}/graphql`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,authorization',
    },
  });
}

test('a GET that any web page could have sent is refused; with a header that takes a preflight it is not', async () => {
  const refused = await get(closed, {});
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'PREFLIGHT_REQUIRED' } }] });

  for (const name of ['apollo-require-preflight', 'graphql-require-preflight', 'x-apollo-operation-name']) {
    expect((await get(closed, { [name]: 'x' })).status).toBe(200);
  }
  expect((await get(closed, { 'content-type': 'application/json' })).status).toBe(200);
  for (const type of [
    'text/plain',
    'TEXT/PLAIN; charset=utf-8',
    'multipart/form-data; boundary=application/json',
  ]) {
    expect((await get(closed, { 'content-type': type })).status).toBe(400);
  }
});

test.each([
  ['of a browser’s EventSource on a page of this host', { 'sec-fetch-site': 'same-origin' }, true],
  ['of something that is no browser', {}, true],
  ['of a page elsewhere', { 'sec-fetch-site': 'cross-site', origin: STRANGER }, false],
  ['of a page elsewhere, without its origin', { 'sec-fetch-site': 'cross-site' }, false],
  ['of a page elsewhere, by an old browser', { origin: STRANGER }, false],
  ['of a page without an origin', { origin: 'null' }, false],
  ['of a page of an origin that may ask', { 'sec-fetch-site': 'cross-site', origin: PORTAL }, true],
  ['of a page of this host, by its origin', { origin: 'http://gateway.example:4000' }, true],
])('the event stream %s: %j passes: %s', (_who, given, passes) => {
  const { preventCsrf } = createCsrfPrevention(readAllowedOrigins([PORTAL]));
  const headers = { host: 'gateway.example:4000', accept: 'text/event-stream', ...given };

  if (passes) expect(() => preventCsrf({ method: 'GET', headers })).not.toThrow();
  else expect(() => preventCsrf({ method: 'GET', headers })).toThrow('Send one of the headers');
});

test('without a list no web page of another host is let in', async () => {
  expect((await preflight(closed, PORTAL)).headers.get('access-control-allow-origin')).toBeNull();
  expect(
    (await get(closed, { ...PROOF, origin: PORTAL })).headers.get('access-control-allow-origin'),
  ).toBeNull();
});

test('an origin on the list may ask, and may read what limits it; another may not', async () => {
  const allowed = await preflight(open, PORTAL);
  expect(allowed.status).toBe(204);
  expect(Object.fromEntries(allowed.headers)).toMatchObject({
    'access-control-allow-origin': PORTAL,
    'access-control-allow-methods': 'GET, HEAD, POST, PATCH, DELETE',
    'access-control-allow-headers': 'content-type,authorization',
    'access-control-max-age': '600',
  });
  expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
  expect((await preflight(open, STRANGER)).headers.get('access-control-allow-origin')).toBeNull();

  const answer = await get(open, { ...PROOF, origin: PORTAL });
  expect(answer.headers.get('access-control-allow-origin')).toBe(PORTAL);
  expect(answer.headers.get('access-control-expose-headers')).toContain('ratelimit-remaining');
  expect(answer.headers.get('vary')?.toLowerCase()).toContain('origin');
});

test('an event stream carries the headers that let its page read it', async () => {
  const abort = new AbortController();
  const stream = await fetch(`${open.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', origin: PORTAL },
    body: JSON.stringify({ query: 'subscription { renamed { name } }' }),
    signal: abort.signal,
  });
  expect(stream.headers.get('access-control-allow-origin')).toBe(PORTAL);
  abort.abort();
});

test('a WebSocket of a foreign page is refused; of this host, of the list, and of no browser it is not', async () => {
  const opens = async (gateway: ServedGateway, origin?: string) => {
    const url = `${gateway.url.replace('http', 'ws')}/graphql`;
    const socket = new WebSocket(url, 'graphql-transport-ws', origin ? { origin } : {});
    const opened = await once(socket, 'open').then(
      () => true,
      (error: Error) => error.message,
    );
    socket.terminate();
    return opened;
  };

  expect(await opens(closed)).toBe(true);
  expect(await opens(closed, closed.url)).toBe(true);
  expect(await opens(closed, PORTAL)).toContain('403');
  expect(await opens(open, PORTAL)).toBe(true);
  expect(await opens(open, STRANGER)).toContain('403');
});
