import { afterEach, expect, test, vi } from 'vitest';
import { createClient } from '../src/index.ts';

afterEach(() => vi.useRealTimers());

test('a connection over which nothing comes, not even a ping, is opened again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const opened: ReadableStreamDefaultController<Uint8Array>[] = [];
  const silent: typeof fetch = async (_url, init) => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        opened.push(controller);
        init!.signal!.addEventListener('abort', () => controller.error(init!.signal!.reason));
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  };
  const graph = createClient({ url: 'http://gateway.invalid/graphql', fetch: silent });
  const events = graph.subscribe('subscription { a }', {})[Symbol.asyncIterator]();
  const first = events.next();
  await vi.waitUntil(() => opened.length === 1);
  await vi.advanceTimersByTimeAsync(20_000);
  opened[0]!.enqueue(new TextEncoder().encode(':\n\n'));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(opened).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(20_000);
  expect((await first).value).toMatchObject({
    data: null,
    problems: [{ code: 'NO_ANSWER', canRetry: true }],
  });

  const second = events.next();
  await vi.advanceTimersByTimeAsync(1000);
  await vi.waitUntil(() => opened.length === 2);
  opened[1]!.enqueue(new TextEncoder().encode('event: next\ndata: {"data":{"a":1}}\n\n'));
  expect((await second).value).toEqual({ data: { a: 1 }, problems: [] });
  await events.return!();
});
