import { mkdtempDisposable, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createTestAuthority, type TestAuthority } from '@yiwang/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import type { TlsIdentity } from '../../src/core/subgraph.ts';
import { createPost } from '../../src/subgraph-client/create-post.ts';
import { createOpenEvents } from '../../src/subgraph-client/events/open-events.ts';

const LIMITS = { timeoutMs: 10_000, connections: 4, answerLimitBytes: 1024 };
const BODY = JSON.stringify({ query: 'subscription { tick }' });

let undo: AsyncDisposableStack;
let authority: TestAuthority;
let server: Server;
let port: number;
/** Names of the certificates that clients have shown, in their order. */
const shown: string[] = [];

/** A subgraph that answers whoever shows a certificate of the authority, in all three ways. */
beforeAll(async () => {
  await using opened = new AsyncDisposableStack();
  const folder = opened.use(await mkdtempDisposable(join(tmpdir(), 'yiwang-tls-'))).path;
  authority = await createTestAuthority(folder, 'authority');
  const own = await identityOf('subgraph');
  server = createServer({ ...own, requestCert: true, rejectUnauthorized: true }, (request, response) => {
    void text(request).then(() => {
      if (request.headers.accept !== 'text/event-stream') return response.end('{"data":{"now":1}}');
      response.setHeader('content-type', 'text/event-stream');
      return response.end('event: next\ndata: {"data":{"tick":1}}\n\nevent: complete\ndata:\n\n');
    });
  });
  server.on('secureConnection', (socket) => {
    shown.push(String(socket.getPeerCertificate().subject?.CN));
  });
  const sockets = new WebSocketServer({ server, handleProtocols: () => 'graphql-transport-ws' });
  sockets.on('connection', (socket) =>
    socket.on('message', (data) => {
      const { type, id } = JSON.parse(String(data)) as { type: string; id?: string };
      if (type === 'connection_init') socket.send('{"type":"connection_ack"}');
      if (type !== 'subscribe') return;
      socket.send(JSON.stringify({ type: 'next', id, payload: { data: { tick: 2 } } }));
      socket.send(JSON.stringify({ type: 'complete', id }));
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.defer(() => {
    sockets.close();
    server.closeAllConnections();
    server.close();
  });
  port = (server.address() as AddressInfo).port;
  undo = opened.move();
});
afterAll(() => undo[Symbol.asyncDispose]());

async function identityOf(name: string): Promise<TlsIdentity> {
  const { cert, key } = await authority.issue(name);
  const [ca, ...own] = await Promise.all([authority.ca, cert, key].map((file) => readFile(file, 'utf8')));
  return { ca: ca!, cert: own[0]!, key: own[1]! };
}

const subgraph = () => ({ name: 'clock', url: `https://127.0.0.1:${port}/graphql` });

describe('a subgraph that asks for a certificate', () => {
  test('is shown that of its name, and one that took its place on the next connection', async () => {
    const identities = [await identityOf('one'), await identityOf('two')];
    let current = identities[0];
    const posts = createPost({
      ...LIMITS,
      connections: 1,
      tlsOf: (name) => (name === 'clock' ? current : undefined),
    });
    const ask = async () => String((await posts.post(subgraph(), '{}', undefined)).body);
    expect(await ask()).toBe('{"data":{"now":1}}');
    current = identities[1];
    expect(await ask()).toBe('{"data":{"now":1}}');
    // The connection from before goes on.
    expect(shown.splice(0)).toEqual(['one']);
    server.closeIdleConnections();
    await expect.poll(ask).toBe('{"data":{"now":1}}');
    expect(shown.splice(0)).toEqual(['two']);
    await posts.close();
  });

  test.each([
    ['server-sent events', {}, { data: '{"tick":1}' }],
    ['a WebSocket', { clock: 'wss' }, { data: '{"tick":2}' }],
  ])('is shown it with a subscription over %s', async (_what, urls, event) => {
    const identity = await identityOf('subscriber');
    const subscriptionUrls = Object.fromEntries(
      Object.entries(urls).map(([name, scheme]) => [name, `${scheme}://127.0.0.1:${port}/graphql`]),
    );
    const events = createOpenEvents({ ...LIMITS, subscriptionUrls, tlsOf: () => identity });
    const stream = events.open(subgraph(), BODY, undefined);
    const first = await stream.next();
    expect(JSON.stringify(first)).toContain(JSON.stringify(JSON.parse(event.data)).slice(1, -1));
    expect(await stream.next()).toBeNull();
    expect(shown.splice(0)).toEqual(['subscriber']);
    await events.close();
  });

  test('gives nothing without one, and that is told as not reachable', async () => {
    const { ca } = await identityOf('nobody');
    const posts = createPost({ ...LIMITS, tlsOf: () => ({ ca: ca! }) });
    await expect(posts.post(subgraph(), '{}', undefined)).rejects.toMatchObject({ reason: 'UNREACHABLE' });
    await posts.close();
  });
});
