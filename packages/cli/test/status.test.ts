import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { Figures } from '../src/status/figures.ts';
import { runYiwang, spawnYiwang } from './support/run-yiwang.ts';

/** Nothing listens on it. */
const NOBODY = 'http://127.0.0.1:2';

const READY = { status: 'ready', checks: { supergraph: 'ok' }, departments: { tax: 'ok', land: 'ok' } };
const GATEWAY = `
# TYPE yiwang_gateway_supergraph_served gauge
yiwang_gateway_supergraph_served{variant="internal",service="gateway"} 1
yiwang_gateway_supergraph_version{variant="internal",service="gateway"} 7
yiwang_gateway_breaker_state{variant="internal",department="tax",service="gateway"} 0
yiwang_gateway_fetches_in_flight{variant="internal",department="tax",service="gateway"} 2
yiwang_gateway_fetches_waiting{variant="internal",department="tax",service="gateway"} 0
yiwang_gateway_operations_in_flight{service="gateway"} 3
yiwang_gateway_access_log_writable{service="gateway"} 1
process_resident_memory_bytes{service="gateway"} 1.5e8
nodejs_eventloop_lag_p99_seconds{service="gateway"} 0.011`;
const TAX = `
yiwang_outbox_oldest_age_seconds{service="tax"} 0
yiwang_outbox_unpublished_rows{service="tax"} 0
yiwang_cases_overdue{table="cases",kind="",service="tax"} 4
yiwang_cases_overdue{table="others",kind="B",service="tax"} 1
yiwang_database_size_bytes{service="tax"} 12000000`;

/** A service that says this of itself; returns its address. */
async function serve(ready: object, metrics: string, status = 200): Promise<string> {
  const server = createServer((request, response) => {
    const isMetrics = request.url === '/metrics';
    response.writeHead(isMetrics ? 200 : status).end(isMetrics ? metrics : JSON.stringify(ready));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function watch(services: Readonly<Record<string, string>>): string[] {
  return Object.entries(services).flatMap(([name, url]) => [
    ...['--service', `${name}=${url}`],
    ...['--metrics', `${name}=${url}/metrics`],
  ]);
}

test('a system that does well is shown on one screen, and ends with 0', async () => {
  const services = watch({
    gateway: await serve(READY, GATEWAY),
    tax: await serve({ status: 'ready', checks: { database: 'ok' } }, TAX),
    services: await serve(
      { status: 'ready' },
      `
yiwang_matters_overdue{matter="000000000001",service="services"} 2
yiwang_matters_overdue{matter="000000000002",service="services"} 1
yiwang_trace_collector_failing{service="services"} 0`,
    ),
  });
  const { code, stdout, stderr } = await spawnYiwang(['status', ...services]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^gateway +ready +150 MB +11 ms/m);
  expect(stdout).toMatch(/^tax +ready +empty +5 +12 MB$/m);
  expect(stdout).toMatch(/^services +ready +3$/m);
  expect(stdout).toMatch(/^tax +ok +closed +2 +0$/m);
  expect(stdout).toContain('graph: internal 7; 3 operations in flight');
  expect(stdout).toContain('All is well.');
  expect(stdout.split('\n').length).toBeLessThan(24);
});

test('what is not well is named, in words and for programs, and ends with 1', async () => {
  const services = watch({
    gateway: await serve(
      { ...READY, departments: { tax: 'failing', land: 'ok' } },
      `${GATEWAY.replace('writable{service="gateway"} 1', 'writable{service="gateway"} 0')}
yiwang_gateway_breaker_state{variant="public",department="land",service="gateway"} 2`,
    ),
    tax: await serve(
      { status: 'not ready', checks: { database: 'failed' } },
      `${TAX.replace('age_seconds{service="tax"} 0', 'age_seconds{service="tax"} 7200')}
yiwang_metrics_unreadable{metric="yiwang_database_size_bytes",service="tax"} 1
yiwang_trace_collector_failing{service="tax"} 1`,
      503,
    ),
    services: await serve({ status: 'ready' }, 'yiwang_matter_steps{state="stuck",service="services"} 2'),
    land: NOBODY,
  });
  const { code, stdout } = await runYiwang(['status', ...services, '--json']);
  expect(code).toBe(1);
  const { isWell, problems } = JSON.parse(stdout) as { isWell: boolean; problems: string[] };
  expect(isWell).toBe(false);
  expect(problems).toEqual([
    'tax is not ready (database: failed).',
    'tax cannot read yiwang_database_size_bytes: see its log.',
    'tax has not told others what changed 2.0 h ago.',
    'The collector does not take the traces of tax: see that OTEL_EXPORTER_OTLP_ENDPOINT answers.',
    '2 steps of matters stuck: yiwang matter stuck shows why.',
    'land does not answer.',
    'The gateway does not ask land for now: it did not answer.',
    'The gateway finds the department tax failing.',
    'The gateway cannot log reads of conditional data, and refuses them: see its log.',
  ]);
  const inWords = await runYiwang(['status', ...services]);
  expect(inWords.code).toBe(1);
  for (const problem of problems) expect(inWords.stdout).toContain(problem);
});

test('without metrics it says what services say of themselves', async () => {
  const url = await serve(READY, '');
  const { code, stdout, stderr } = await runYiwang(['status', '--service', `gateway=${url}`]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^land +ok$/m);
  expect(stderr).toContain('METRICS_PORT');
});

test('an address that is none of a service is not well', async () => {
  const { code, stdout } = await runYiwang(['status', '--service', `gateway=${await serve({}, '')}`]);
  expect(code).toBe(1);
  expect(stdout).toContain('gateway is not ready');
});

test('without a system or an address, and with one that is none, it says what to do', async () => {
  const nothing = await runYiwang(['status', '--data', '/nowhere']);
  expect(nothing).toMatchObject({ code: 2, stderr: expect.stringContaining('--service') });
  const malformed = await runYiwang(['status', '--service', 'http://127.0.0.1:4000']);
  expect(malformed).toMatchObject({ code: 2, stderr: expect.stringContaining('NAME=URL') });
});

test('figures are read with their labels, whatever these hold', () => {
  const figures = new Figures('# HELP a b\na{x="1,} 2",y="\\"q\\""} 3\na{x="z",y=""} 4\nb 5\nnonsense');
  expect(figures.sum('a')).toBe(7);
  expect(figures.sum('a', { x: '1,} 2' })).toBe(3);
  expect(figures.max('b')).toBe(5);
  expect(figures.sum('c')).toBeNull();
});
