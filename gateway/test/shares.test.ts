import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { serveGateway } from './support/serve-gateway.ts';

const SUBSCRIPTION = JSON.stringify({ query: 'subscription { renamed { name } }' });

async function open(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

/** From an address behind the proxy that the gateway trusts. */
function subscribe(url: string, address: string, signal: AbortSignal) {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      'x-forwarded-for': address,
    },
    body: SUBSCRIPTION,
    signal,
  });
}

test('an address has its share of the subscriptions, others have theirs, and what has ended makes room', async () => {
  await using gateway = await serveGateway({
    SUBSCRIPTIONS_PER_CALLER: '2',
    TRUSTED_PROXIES: '127.0.0.1',
  });
  const greedy = new AbortController();
  const others = new AbortController();
  for (let n = 0; n < 2; n++) await subscribe(gateway.url, '203.0.113.1', greedy.signal);
  const third = await subscribe(gateway.url, '203.0.113.1', others.signal);
  expect(third.status).toBe(503);
  expect(await third.text()).toContain('TOO_MANY_SUBSCRIPTIONS');
  expect((await subscribe(gateway.url, '203.0.113.2', others.signal)).status).toBe(200);

  greedy.abort();
  await gateway.graph.renamed.until(1);
  expect((await subscribe(gateway.url, '203.0.113.1', others.signal)).status).toBe(200);
  others.abort();
});

test('an address has its share of the connections, and what it closes makes room', async () => {
  await using gateway = await serveGateway({ CONNECTIONS_PER_ADDRESS: '3' });
  const kept = [await open(gateway.url), await open(gateway.url), await open(gateway.url)];
  const further = await open(gateway.url);
  await once(further, 'close');
  expect(kept.every(({ destroyed }) => !destroyed)).toBe(true);

  for (const socket of kept) socket.destroy();
  await expect.poll(() => gateway.ask('{ __typename }').catch(() => null)).toMatchObject({ data: {} });
});

test('behind a trusted proxy each address has its share of the WebSockets', async () => {
  await using gateway = await serveGateway({
    CONNECTIONS_PER_ADDRESS: '2',
    TRUSTED_PROXIES: '127.0.0.1',
  });
  const opened = async (address: string) => {
    const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { 'x-forwarded-for': address },
    });
    onTestFinished(() => socket.terminate());
    return new Promise<unknown>((resolve) => {
      socket.once('open', () => resolve('open'));
      socket.once('error', (error) => resolve(error.message));
    });
  };

  expect(await opened('203.0.113.1')).toBe('open');
  expect(await opened('203.0.113.1')).toBe('open');
  expect(await opened('203.0.113.1')).toContain('429');
  expect(await opened('203.0.113.2')).toBe('open');
});
