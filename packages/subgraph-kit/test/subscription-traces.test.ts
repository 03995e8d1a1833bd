import { findPorts, startTraceCollector, type TraceCollector } from '@yiwang/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSchema } from '../src/serve/build-schema.ts';
import { serviceSettings } from '../src/serve/service-settings.ts';
import { serveDepartment, type TestDatabase } from '../testing/index.ts';
import { openThings } from './support/open-things.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SAMPLED = `00-${TRACE}-b7ad6b7169203331-01`;

let database: TestDatabase;
let collector: TraceCollector;
beforeAll(async () => {
  [database, collector] = await Promise.all([openThings(), startTraceCollector()]);
});
afterAll(async () => {
  await collector[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const schema = buildSchema(new URL('fixtures/events.graphql', import.meta.url), {
  Subscription: {
    number: {
      async *subscribe() {
        yield { number: 1 };
        yield { number: 2 };
        // Until its reader leaves.
        await new Promise(() => {});
      },
      async resolve({ number }: { number: number }) {
        await database.sql`select relname from pg_class limit 1`;
        return number;
      },
    },
  },
});

test('a subscription is a span until it is open, each event a trace of its own with a link to it, and it counts as open', async () => {
  const port = await findPorts(1);
  const parse = (given: object) =>
    serviceSettings(0).parse({
      ...given,
      METRICS_PORT: port,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_TRACES_SAMPLER_ARG: 1,
    });
  const served = await serveDepartment(
    { name: 'events', schema, createContext: () => ({}), database },
    { settings: { parse } },
  );
  const open = async () =>
    /^yiwang_department_subscriptions_open\S* (\d+)$/m.exec(
      await (await fetch(`http://127.0.0.1:${port}/metrics`)).text(),
    )?.[1];
  const body = JSON.stringify({ query: 'subscription { number }' });
  const leave = new AbortController();
  const response = await fetch(served.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      traceparent: SAMPLED,
      ...(await served.sign({}, body)),
    },
    body,
    signal: leave.signal,
  });
  let received = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    received += chunk;
    if (!received.includes('"number":2')) continue;
    expect(await open()).toBe('1');
    break;
  }
  await expect.poll(open).toBe('0');
  leave.abort();
  await served[Symbol.asyncDispose]();

  const requests = collector.spans.filter(({ kind }) => kind === 2);
  expect(requests).toMatchObject([{ name: 'subscription number', traceId: TRACE }]);
  const events = collector.spans.filter(({ kind }) => kind === 4);
  expect(events).toHaveLength(2);
  for (const event of events) {
    expect(event).toMatchObject({
      name: 'event number',
      links: [{ traceId: TRACE, spanId: requests[0]!.spanId }],
      attributes: { 'graphql.operation.type': 'subscription', 'yiwang.operation': 'number' },
    });
    expect(event.parentSpanId).toBeFalsy();
    const statements = collector.spans.filter(({ parentSpanId }) => parentSpanId === event.spanId);
    expect(statements.map(({ name }) => name)).toContain('SELECT pg_class');
  }
});
