import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PublicError } from '@yiwang/errors';
import { createLogger } from '@yiwang/service/logging';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEventStreams, createHttpServer } from '../src/http/index.ts';

let server: FastifyInstance;
let results: AsyncIterator<string>;
let url: string;
beforeEach(async () => {
  server = createHttpServer({
    logger: createLogger('test', 'silent'),
    bodyLimitBytes: 1000,
    readiness: {},
  });
  const streams = createEventStreams(server);
  server.get('/events', (_request, reply) => streams.send(reply, results));
  url = `${await server.listen({ port: 0, host: '127.0.0.1' })}/events`;
});
afterEach(() => server.close());

/** Gives what it is told to, and remembers whether anyone left. */
function counting(next: (count: number) => Promise<IteratorResult<string>>) {
  const { promise: left, resolve } = Promise.withResolvers<void>();
  const counted = {
    asked: 0,
    left,
    next: () => next(++counted.asked),
    async return() {
      resolve();
      return { done: true as const, value: undefined };
    },
  };
  return counted;
}

const value = (text: string) => ({ done: false as const, value: text });
const DONE = { done: true as const, value: undefined };

test('each result is an event, and the end is one too', async () => {
  results = counting(async (count) => (count < 3 ? value(`{"n":${count}}`) : DONE));
  const response = await fetch(url);
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(await response.text()).toBe(
    ':\n\nevent: next\ndata: {"n":1}\n\nevent: next\ndata: {"n":2}\n\nevent: complete\ndata:\n\n',
  );
});

test('an error is the last result: as it was written for callers, or masked', async () => {
  results = counting(() => Promise.reject(new PublicError('NOT_FOUND', 'There is none.')));
  expect(await (await fetch(url)).text()).toMatch(/"There is none\.".*"NOT_FOUND".*\n\nevent: complete/);
  results = counting(() => Promise.reject(new Error('password=hunter2')));
  expect(await (await fetch(url)).text()).not.toContain('hunter2');
});

test('a client that does not read is not given more than the connection holds, and loses nothing', async () => {
  const total = 400;
  const counted = counting(async (count) => (count <= total ? value(`"${'x'.repeat(100_000)}"`) : DONE));
  results = counted;
  const { port } = server.server.address() as AddressInfo;
  const [response] = await once(request({ port, path: '/events' }).end(), 'response');
  await new Promise((resolve) => setTimeout(resolve, 300));
  const before = counted.asked;
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(counted.asked).toBe(before);
  expect(before).toBeLessThan(total);

  let text = '';
  for await (const chunk of response) text += String(chunk);
  expect(text.match(/event: next/g)).toHaveLength(total);
});

test('a client that leaves is told to whoever makes the results, also while nothing comes', async () => {
  const counted = counting(() => new Promise(() => {}));
  results = counted;
  const response = await fetch(url);
  await response.body!.cancel();
  await counted.left;
});

test('a server that closes ends its streams with a code', async () => {
  const counted = counting(() => new Promise(() => {}));
  results = counted;
  const response = await fetch(url);
  const closed = server.close();
  expect(await response.text()).toMatch(/SUBSCRIPTION_INTERRUPTED.*\n\nevent: complete/);
  await counted.left;
  await closed;
});
