import { startTraceCollector, type TraceCollector } from '@yiwang/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { serveGateway, type ServedGateway } from './support/serve-gateway.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';
const traceparent = (flags: string) => `00-${TRACE}-${PARENT}-${flags}`;
const QUERY = '{ enterprise(uscc: "E1") { name permitCount } }';

let collector: TraceCollector;
beforeAll(async () => {
  collector = await startTraceCollector();
});
afterAll(() => collector[Symbol.asyncDispose]());
beforeEach(() => {
  collector.spans.length = 0;
});

/** What is exported of requests with these headers, by a gateway with these settings. */
async function spansOf(settings: Record<string, string>, ...requests: Record<string, string>[]) {
  const gateway: ServedGateway = await serveGateway({
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    ...settings,
  });
  for (const headers of requests) {
    await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: QUERY }),
    }).then((response) => response.text());
  }
  // Sends what it has.
  await gateway[Symbol.asyncDispose]();
  return collector.spans;
}

test('an operation is a span, and each request to a department one beneath it', async () => {
  const spans = await spansOf({ OTEL_TRACES_SAMPLER_ARG: '1' }, { 'x-request-id': 'r-1' });
  const [operation] = spans.filter(({ kind }) => kind === 2);
  expect(operation).toMatchObject({
    service: 'gateway',
    name: 'graphql other',
    attributes: {
      'graphql.operation.name': 'other',
      'yiwang.client': 'anonymous',
      'yiwang.end': 'complete',
      'yiwang.request_id': 'r-1',
    },
  });
  expect(operation!.parentSpanId).toBeFalsy();
  const fetches = spans.filter(({ kind }) => kind === 3);
  expect(fetches.length).toBeGreaterThanOrEqual(2);
  for (const fetched of fetches) {
    expect(fetched).toMatchObject({ traceId: operation!.traceId, parentSpanId: operation!.spanId });
    expect(fetched.attributes).toMatchObject({ 'http.response.status_code': 200 });
  }
  expect(spans).toHaveLength(1 + fetches.length);
});

test('nobody but a listed client goes on with its trace, or decides that it is sampled', async () => {
  const stranger = await spansOf({ OTEL_TRACES_SAMPLER_ARG: '0' }, { traceparent: traceparent('01') });
  expect(stranger).toEqual([]);
  const own = await spansOf({ OTEL_TRACES_SAMPLER_ARG: '1' }, { traceparent: traceparent('00') });
  expect(own.length).toBeGreaterThan(0);
  expect(own.map(({ traceId }) => traceId)).not.toContain(TRACE);
});

test('a listed client goes on with its trace, and decides whether it is sampled', async () => {
  const listed = { OTEL_TRACES_SAMPLER_ARG: '0', TRACEPARENT_FROM: '127.0.0.0/8' };
  const spans = await spansOf(
    listed,
    { traceparent: traceparent('01') },
    { traceparent: traceparent('00') },
    { traceparent: '00-nothing' },
  );
  const operations = spans.filter(({ kind }) => kind === 2);
  expect(operations).toEqual([expect.objectContaining({ traceId: TRACE, parentSpanId: PARENT })]);
});

test('the traceparent of a listed portal is accepted for every reader, also behind a proxy, and that of an unlisted proxy is not', async () => {
  const behindProxy = { traceparent: traceparent('01'), 'x-forwarded-for': '203.0.113.9' };
  const proxies = { OTEL_TRACES_SAMPLER_ARG: '0', TRUSTED_PROXIES: '127.0.0.1' };
  expect(await spansOf({ ...proxies, TRACEPARENT_FROM: '10.0.0.1' }, behindProxy)).toEqual([]);
  const spans = await spansOf({ ...proxies, TRACEPARENT_FROM: '127.0.0.1' }, behindProxy);
  expect(spans.find(({ kind }) => kind === 2)).toMatchObject({ traceId: TRACE, parentSpanId: PARENT });
  collector.spans.length = 0;
  // The portal at 10.0.0.2 behind a balancer; and a client of the balancer that would pass for the portal.
  const scaled = { ...proxies, TRUSTED_PROXIES: '127.0.0.1,10.0.0.2', TRACEPARENT_FROM: '10.0.0.2' };
  const through = (hops: string) => ({ ...behindProxy, 'x-forwarded-for': hops });
  const behindBalancer = await spansOf(
    scaled,
    through('203.0.113.9, 10.0.0.2'),
    through('10.0.0.2, 203.0.113.9'),
    through('203.0.113.9'),
  );
  expect(behindBalancer.filter(({ kind }) => kind === 2)).toMatchObject([{ traceId: TRACE }]);
});

test('a subscription is a span until it is open, and each event a trace of its own with a link to it', async () => {
  const gateway = await serveGateway({
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_TRACES_SAMPLER_ARG: '1',
  });
  const leave = new AbortController();
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: 'subscription { renamed { name permits { number } } }' }),
    signal: leave.signal,
  });
  await gateway.graph.renamed.until(1);
  gateway.graph.renamed.publish({ renamed: { uscc: 'E2', name: '甲' } });
  let received = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    received += chunk;
    if (received.includes('甲')) break;
  }
  leave.abort();
  await gateway[Symbol.asyncDispose]();

  const { spans } = collector;
  const subscription = spans.find(({ kind }) => kind === 2)!;
  expect(subscription.name).toBe('subscription other');
  const opening = spans.find(({ name }) => name === 'subscribe enterprises')!;
  expect(opening).toMatchObject({
    kind: 3,
    traceId: subscription.traceId,
    parentSpanId: subscription.spanId,
  });
  expect(opening.attributes).not.toHaveProperty('error.type');
  const events = spans.filter(({ kind }) => kind === 5);
  expect(events).toMatchObject([
    { name: 'event other', links: [{ traceId: subscription.traceId, spanId: subscription.spanId }] },
  ]);
  expect(events[0]!.parentSpanId).toBeFalsy();
  expect(spans.filter(({ parentSpanId }) => parentSpanId === events[0]!.spanId)).toMatchObject([
    { name: 'fetch permits', traceId: events[0]!.traceId },
  ]);
});
