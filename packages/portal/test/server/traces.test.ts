import { setTimeout as sleep } from 'node:timers/promises';
import { type CollectedSpan, startTraceCollector, type TraceCollector } from '@yiwang/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTemplateOf } from '../../server/pages/page-template.ts';
import { openBrowser } from './support/browser.ts';
import { startTestPortal, type TestPortal } from './support/start-portal.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const GIVEN = `00-${TRACE}-b7ad6b7169203331-01`;
const NAME = '张三丰';

let collector: TraceCollector;
beforeAll(async () => {
  collector = await startTraceCollector();
});
afterAll(() => collector[Symbol.asyncDispose]());
beforeEach(() => {
  collector.spans.length = 0;
});

/** What a portal exports of these visits, and what its gateway was sent of traces. */
async function spansOf(share: string | null, visit: (portal: TestPortal) => Promise<unknown>) {
  const settings = {
    OTEL_EXPORTER_OTLP_ENDPOINT: share === null ? '' : collector.url,
    OTEL_TRACES_SAMPLER_ARG: share ?? '1',
  };
  const portal = await startTestPortal({ settings });
  await visit(portal);
  const sent = portal.gateway.received.map(({ headers }) => headers['traceparent']);
  // Sends what it has.
  await portal[Symbol.asyncDispose]();
  return { spans: collector.spans as readonly CollectedSpan[], sent };
}

test('a page and what the browser asks itself are spans, with which the gateway goes on', async () => {
  const { spans, sent } = await spansOf('1', async ({ url }) => {
    await openBrowser().get(`${url}/name?q=${NAME}`);
    await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ query: `{ a(name: "${NAME}") }` }),
    }).then((response) => response.text());
  });
  expect(spans).toMatchObject([
    {
      ...{ service: 'portal', kind: 2, name: 'GET /name' },
      attributes: { 'http.route': '/name', 'http.response.status_code': 200 },
    },
    { name: 'POST /graphql', attributes: { 'http.request.method': 'POST' } },
  ]);
  expect(sent).toEqual(spans.map(({ traceId, spanId }) => `00-${traceId}-${spanId}-01`));
  for (const form of [NAME, encodeURIComponent(NAME)]) expect(collector.received()).not.toContain(form);
});

test('a form and a page of an address with parameters are named by the template of their route', async () => {
  const { spans } = await spansOf('1', async ({ url }) => {
    await openBrowser().get(`${url}/zh/send-again?to=/x`);
    await openBrowser().post(`${url}/name`, { name: NAME });
    await openBrowser().get(`${url}/${encodeURIComponent(NAME)}/nothing`);
    await openBrowser().get(`${url}/sign-in?return=/name`);
    await openBrowser().get(`${url}/ready`);
  });
  expect(spans.map(({ name }) => name)).toEqual([
    'GET /:language/send-again',
    'POST /name',
    'GET /*',
    'GET /sign-in',
  ]);
});

test('a browser does not decide what is sampled, and does not go on with a trace', async () => {
  const visit = ({ url }: TestPortal) => openBrowser().get(`${url}/name`, { traceparent: GIVEN });
  const unsampled = await spansOf('0', visit);
  expect(unsampled.spans).toEqual([]);
  expect(unsampled.sent).toEqual([expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/)]);
  const { spans } = await spansOf('1', visit);
  expect(spans.map(({ traceId }) => traceId)).not.toContain(TRACE);
  const off = await spansOf(null, visit);
  expect(off.sent).toEqual([undefined]);
});

test('a reader who leaves ends the span', async () => {
  const { spans } = await spansOf('1', async ({ url }) => {
    await fetch(`${url}/wait`, { signal: AbortSignal.timeout(300) }).catch(() => {});
    await sleep(300);
  });
  expect(spans).toMatchObject([{ name: 'GET /wait', attributes: { 'error.type': 'CANCELLED' } }]);
});

test('templates are those of the deepest route, also of the data of a page', () => {
  const module = {} as never;
  const routes = {
    root: { id: 'root', path: '', module },
    start: { id: 'start', parentId: 'root', index: true, module },
    site: { id: 'site', parentId: 'root', path: ':language', module },
    home: { id: 'home', parentId: 'site', index: true, module },
    case: { id: 'case', parentId: 'site', path: 'desk/:department/:number', module },
    other: { id: 'other', parentId: 'site', path: '*', module },
  };
  const templateOf = createTemplateOf(routes);
  expect(
    ['/', '/zh', '/zh/desk/land/L-1?x=张三', '/zh/desk/land/L-1.data', '/_root.data', '/zh/张三/x'].map(
      templateOf,
    ),
  ).toEqual([
    '/',
    '/:language',
    '/:language/desk/:department/:number',
    '/:language/desk/:department/:number',
    '/',
    '/:language/*',
  ]);
});
