import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { type SubgraphFault, type SubgraphClientOptions } from '../../src/core/subgraph.ts';
import { createSubgraphClient, type SubgraphClient } from '../../src/subgraph-client/subgraph-client.ts';

const READ = JSON.stringify({ query: '{ a }' });
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** A department that answers as it is told, and counts what it is asked. */
async function startDepartment(
  answer: (request: IncomingMessage, response: ServerResponse, count: number) => void,
) {
  const asked = { count: 0 };
  const server = createServer((request, response) => {
    request.resume();
    asked.count += 1;
    answer(request, response, asked.count);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { asked, server, subgraph: { name: 'tax', url: `http://127.0.0.1:${port}/graphql` } };
}

function open(options: Partial<SubgraphClientOptions>): SubgraphClient {
  const client = createSubgraphClient({
    timeoutMs: 5000,
    answerLimitBytes: 10_000,
    connections: 4,
    ...options,
  });
  closing.push(() => client.close());
  return client;
}

const answered = (response: ServerResponse) =>
  response.setHeader('content-type', 'application/json').end('{"data":{"a":1}}');
const reasonOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ANSWERED',
    (error: unknown) => (error as SubgraphFault).reason,
  );

test('a department that hangs costs its time-out only until it is paused, and is asked again when it answers', async () => {
  let hangs = true;
  const { asked, subgraph } = await startDepartment((_request, response) => {
    if (!hangs) answered(response);
  });
  const told: boolean[] = [];
  const onPause = (_name: string, isPaused: boolean) => told.push(isPaused);
  const client = open({ timeoutMs: 300, failures: 3, pauseMs: 400, onPause });
  const ask = () => reasonOf(client.send(subgraph, READ, undefined));
  expect(await Promise.all([ask(), ask(), ask()])).toEqual(['TIMEOUT', 'TIMEOUT', 'TIMEOUT']);
  const startedAt = performance.now();
  expect(await Promise.all(Array.from({ length: 50 }, ask))).toEqual(Array(50).fill('PAUSED'));
  expect(performance.now() - startedAt).toBeLessThan(300);
  expect(asked.count).toBe(3);
  hangs = false;
  await expect.poll(ask).toBe('ANSWERED');
  expect(told).toEqual([true, false]);
});

test('further requests than it may work on at once wait, and beyond the queue they are refused', async () => {
  const held: ServerResponse[] = [];
  const { subgraph } = await startDepartment((_request, response) => void held.push(response));
  const client = open({ connections: 2, queue: 1 });
  const outcomes = Array.from({ length: 4 }, () => reasonOf(client.send(subgraph, READ, undefined)));
  expect(await outcomes[3]).toBe('BUSY');
  await expect.poll(() => held.length).toBe(2);
  held.splice(0).forEach(answered);
  await expect.poll(() => held.length).toBe(1);
  held.splice(0).forEach(answered);
  expect(await Promise.all(outcomes)).toEqual(['ANSWERED', 'ANSWERED', 'ANSWERED', 'BUSY']);
});

test('a read whose connection breaks is sent again, a mutation is not', async () => {
  const { asked, subgraph } = await startDepartment((request, response, count) => {
    if (count === 1) request.socket.destroy();
    else answered(response);
  });
  const client = open({ retries: 2 });
  expect(await reasonOf(client.send(subgraph, READ, undefined))).toBe('ANSWERED');
  expect(asked.count).toBe(2);
  asked.count = 0;
  expect(await reasonOf(client.sendOnce(subgraph, READ, undefined))).toBe('UNREACHABLE');
  expect(asked.count).toBe(1);
});

test('what was never sent, because nobody listened, is sent again, a mutation too', async () => {
  const { asked, server, subgraph } = await startDepartment((_request, response) => answered(response));
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  const client = open({ retries: 10 });
  const outcome = reasonOf(client.sendOnce(subgraph, READ, undefined));
  await sleep(150);
  server.listen(port, '127.0.0.1');
  expect(await outcome).toBe('ANSWERED');
  expect(asked.count).toBe(1);
});

test('a read that breaks in the middle of its answer is not sent again', async () => {
  const { asked, subgraph } = await startDepartment((request, response) => {
    response.setHeader('content-type', 'application/json').write('{"data":');
    setTimeout(() => request.socket.destroy(), 50);
  });
  const client = open({ retries: 2 });
  expect(await reasonOf(client.send(subgraph, READ, undefined))).toBe('UNREACHABLE');
  expect(asked.count).toBe(1);
});

test('retries end with the time of the request', async () => {
  const { server, subgraph } = await startDepartment(() => {});
  server.close();
  await once(server, 'close');
  const client = open({ timeoutMs: 500, retries: 10 });
  expect(await reasonOf(client.send(subgraph, READ, undefined))).toMatch(/TIMEOUT|UNREACHABLE/);
});

test('a department may have a policy of its own', async () => {
  const { subgraph } = await startDepartment(() => {});
  const client = open({ timeoutMs: 60_000, overrides: { tax: { timeoutMs: 200 } } });
  expect(await reasonOf(client.send(subgraph, READ, undefined))).toBe('TIMEOUT');
});

test('a short read does not wait behind all the long ones, and each long one is answered', async () => {
  const LONG_MS = 120;
  const { subgraph } = await startDepartment((request, response) => {
    void text(request).then((body) => setTimeout(answered, body.includes('long') ? LONG_MS : 2, response));
  });
  const client = open({ connections: 2, queue: 1000, timeoutMs: 20_000 });
  const ask = (field: string) =>
    reasonOf(client.send(subgraph, JSON.stringify({ query: `{ ${field} }` }), undefined));
  // It is learned what they take.
  await Promise.all(['long', 'short', 'long', 'short', 'long', 'short', 'long'].map(ask));
  const long = Array.from({ length: 30 }, () => ask('long'));
  const short: number[] = [];
  for (let i = 0; i < 5; i++) {
    const startedAt = performance.now();
    expect(await ask('short')).toBe('ANSWERED');
    short.push(performance.now() - startedAt);
  }
  // The long ones ahead of it would take fifteen times as long as one.
  expect(short.toSorted((one, other) => one - other)[2]).toBeLessThan(3 * LONG_MS);
  expect(new Set(await Promise.all(long))).toEqual(new Set(['ANSWERED']));
});
