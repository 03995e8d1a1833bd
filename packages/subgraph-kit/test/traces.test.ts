import { type CollectedSpan, startTraceCollector, type TraceCollector } from '@yiwang/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildSchema } from '../src/serve/build-schema.ts';
import { serviceSettings } from '../src/serve/service-settings.ts';
import { serveDepartment, type TestDatabase } from '../testing/index.ts';
import { openThings } from './support/open-things.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';
const SAMPLED = `00-${TRACE}-${PARENT}-01`;
const NAME = '张三丰';

let database: TestDatabase;
let collector: TraceCollector;
beforeAll(async () => {
  [database, collector] = await Promise.all([openThings(), startTraceCollector()]);
});
afterAll(async () => {
  await collector[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});
beforeEach(() => {
  collector.spans.length = 0;
});

const schema = buildSchema(new URL('fixtures/schema.graphql', import.meta.url), {
  Query: {
    async thing(_root: unknown, { uscc }: { uscc: string }) {
      await database.sql`select relname from pg_class where relname = ${NAME}`;
      await database.sql
        .begin((tx) => tx`update things set name = name where name = ${NAME}`.catch(() => {}))
        .catch(() => {});
      return { uscc };
    },
  },
});

/** What is exported of requests, each with these headers and signed by the gateway or by nobody. */
async function spansOf(
  share: number,
  ...requests: { headers: Record<string, string>; isSigned: boolean }[]
): Promise<CollectedSpan[]> {
  const parse = (given: object) =>
    serviceSettings(0).parse({
      ...given,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_TRACES_SAMPLER_ARG: share,
    });
  const served = await serveDepartment(
    { name: 'things', schema, createContext: () => ({}), database },
    { settings: { parse } },
  );
  const body = JSON.stringify({ query: '{ thing(uscc: "91320000608950987L") { uscc } }' });
  for (const { headers, isSigned } of requests) {
    await fetch(served.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...headers,
        ...(isSigned && (await served.sign({}, body))),
      },
      body,
    }).then((response) => response.text());
  }
  // Sends what it has.
  await served[Symbol.asyncDispose]();
  return collector.spans;
}

test('a request goes on with the trace of its gateway, and its statements are beneath it, without text or values', async () => {
  const spans = await spansOf(0, { headers: { traceparent: SAMPLED }, isSigned: true });
  const [request] = spans.filter(({ kind }) => kind === 2);
  expect(request).toMatchObject({
    ...{ service: 'things', name: 'query thing', traceId: TRACE, parentSpanId: PARENT },
    attributes: { 'graphql.operation.type': 'query', 'yiwang.operation': 'thing' },
  });
  const statements = spans.filter(({ kind }) => kind === 3);
  expect(statements.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['SELECT pg_class', 'BEGIN', 'UPDATE things']),
  );
  for (const { parentSpanId, traceId } of statements) {
    expect({ parentSpanId, traceId }).toEqual({ parentSpanId: request!.spanId, traceId: TRACE });
  }
  expect(collector.received()).not.toContain(NAME);
});

test('without a gateway nobody goes on with a trace, or decides that it is sampled', async () => {
  const unsampled = await spansOf(0, { headers: { traceparent: SAMPLED }, isSigned: false });
  expect(unsampled).toEqual([]);
  const sampled = await spansOf(
    1,
    { headers: { traceparent: SAMPLED }, isSigned: false },
    { headers: { traceparent: SAMPLED, 'yiwang-assertion': 'made.up.token' }, isSigned: false },
  );
  expect(sampled.filter(({ kind }) => kind === 2)).toHaveLength(2);
  expect(sampled.map(({ traceId }) => traceId)).not.toContain(TRACE);
});
