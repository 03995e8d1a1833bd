import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@yiwang/service/settings';
import { findPorts } from '@yiwang/testing';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { gatewaySettings } from '../src/config/config.ts';
import { createPipeline } from '../src/pipeline/pipeline.ts';
import { openTelemetry } from '../src/reporting/telemetry/open-telemetry.ts';
import { serveGateway, type ServedGateway } from './support/serve-gateway.ts';

const NAMED = 'query Name { enterprise(uscc: "E2") { name } }';

let gateway: ServedGateway;
let metricsUrl: string;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-metrics-'));
  await writeFile(join(folder, 'name.graphql'), NAMED);
  const port = await findPorts(1);
  metricsUrl = `http://127.0.0.1:${port}/metrics`;
  gateway = await serveGateway({
    METRICS_PORT: String(port),
    PERSISTED_OPERATIONS: folder,
    DEPARTMENT_FAILURES: '2',
    DEPARTMENT_RETRIES: '0',
  });
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** Every sample by its name and labels. */
async function scrape(): Promise<Map<string, number>> {
  const text = await (await fetch(metricsUrl)).text();
  return new Map(
    text.split('\n').flatMap((line) => {
      const [, series, value] = /^([^#]\S*(?:\{.*\})?) (\S+)$/.exec(line) ?? [];
      return series ? [[withoutService(series), Number(value)]] : [];
    }),
  );
}

function withoutService(series: string): string {
  return series
    .replace(/service="gateway",?|,service="gateway"/, '')
    .replace(',}', '}')
    .replace('{}', '');
}

async function post(body: unknown): Promise<void> {
  await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  }).then((response) => response.text());
}

test('an operation of a trusted document counts under its name', async () => {
  await gateway.ask(NAMED);
  const samples = await scrape();
  const labels = 'operation="Name",client="anonymous",kind="single",end="complete"';
  expect(samples.get(`yiwang_gateway_operations_total{${labels}}`)).toBe(1);
  expect(samples.get('yiwang_gateway_operation_duration_seconds_count{operation="Name"}')).toBe(1);
  expect(samples.get('yiwang_gateway_operations_in_flight')).toBe(0);
  expect(samples.get('yiwang_gateway_supergraph_served{variant="internal"}')).toBe(1);
  expect(samples.get('yiwang_gateway_planned_operations_total{variant="internal"}')).toBe(1);
});

test('clients make no series, whatever they call their operations', async () => {
  await gateway.ask('query First { enterprise(uscc: "E1") { name } }');
  const before = new Set((await scrape()).keys());
  for (let i = 0; i < 20; i++) await gateway.ask(`query Zhang${i} { enterprise(uscc: "E1") { name } }`);
  // The document is listed, and has no such operation.
  await post({ query: NAMED, operationName: 'Zhang' });
  const after = await scrape();
  expect([...after.keys()].filter((series) => !before.has(series) && !/^nodejs_/.test(series))).toEqual([
    'yiwang_gateway_operations_total{operation="other",client="anonymous",kind="single",end="invalid"}',
    'yiwang_gateway_errors_total{code="OPERATION_RESOLUTION_FAILURE",department=""}',
  ]);
});

test('errors count by code, whether a stage refuses, the operation is invalid, or a field fails', async () => {
  const codeOf = async (code: string, department = '') =>
    (await scrape()).get(`yiwang_gateway_errors_total{code="${code}",department="${department}"}`);
  await gateway.ask('{ nonsense }');
  expect(await codeOf('GRAPHQL_VALIDATION_FAILED')).toBe(1);
  await gateway.ask('{ enterprise(');
  expect(await codeOf('GRAPHQL_PARSE_FAILED')).toBe(1);
  await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer nobody' },
    body: '{}',
  });
  expect(await codeOf('UNAUTHENTICATED')).toBe(1);
});

test('a department that does not answer shows as fetches, faults, errors and an open breaker', async () => {
  const [department] = gateway.graph.departments;
  const { name } = department!;
  department!.misbehave((request) => request.socket.destroy());
  await gateway.ask('{ enterprise(uscc: "E4") { name } }');
  await gateway.ask('{ enterprise(uscc: "E5") { name } }');
  department!.misbehave(null);
  const samples = await scrape();
  expect(samples.get(`yiwang_gateway_fetches_total{department="${name}",outcome="unreachable"}`)).toBe(2);
  expect(
    samples.get(`yiwang_gateway_department_faults_total{department="${name}",reason="unreachable"}`),
  ).toBe(2);
  expect(samples.get(`yiwang_gateway_errors_total{code="DEPARTMENT_UNAVAILABLE",department="${name}"}`)).toBe(
    2,
  );
  expect(samples.get(`yiwang_gateway_breaker_state{variant="internal",department="${name}"}`)).toBe(2);
  expect(samples.get(`yiwang_gateway_fetches_in_flight{variant="internal",department="${name}"}`)).toBe(0);
});

test('WebSockets that are open count until they close', async () => {
  const client = createClient({
    url: `${gateway.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    lazy: false,
    retryAttempts: 0,
  });
  await vi.waitFor(async () => expect((await scrape()).get('yiwang_gateway_websockets_open')).toBe(1));
  await client.dispose();
  await vi.waitFor(async () => expect((await scrape()).get('yiwang_gateway_websockets_open')).toBe(0));
});

test('while metrics and traces are off, the pipeline and the engine are those that nobody observes', async () => {
  const off = readSettings(gatewaySettings, { SUPERGRAPH: 'none' });
  await using telemetry = await openTelemetry(off, { has: () => false }, () => new Set(), {
    warn: () => {},
    info: () => {},
  });
  expect(telemetry.createPipeline).toBe(createPipeline);
  expect(telemetry.onFetch).toBeUndefined();
  expect(telemetry.onSubscribe).toBeUndefined();
});

test('the port of clients has no metrics', async () => {
  expect((await fetch(`${gateway.url}/metrics`)).status).toBe(404);
  expect(new URL(metricsUrl).port).not.toBe(new URL(gateway.url).port);
});
