import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { createHttpServer, ListenError, listen } from '../src/http/index.ts';
import { createLogger } from '../src/logging/index.ts';
import { type Metrics, observeHttp, openMetrics } from '../src/telemetry/index.ts';

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  await once(server.close(), 'close');
  return port;
}

async function open(): Promise<Metrics> {
  const metrics = (await openMetrics('test', { METRICS_PORT: await freePort(), METRICS_HOST: '127.0.0.1' }))!;
  onTestFinished(() => metrics[Symbol.asyncDispose]());
  return metrics;
}

const scrape = async ({ url }: Metrics) => (await fetch(url)).text();

test('while metrics and traces are off, no library of theirs is loaded', () => {
  const source = `
    import { createRequire } from 'node:module';
    import { openMetrics, openTracing } from ${JSON.stringify(fileURLToPath(new URL('../src/telemetry/index.ts', import.meta.url)))};
    const off = [
      await openMetrics('test', { METRICS_PORT: 0, METRICS_HOST: '127.0.0.1' }),
      await openTracing('test', { OTEL_EXPORTER_OTLP_ENDPOINT: '', OTEL_TRACES_SAMPLER_ARG: 1 }, null, console),
    ];
    const loaded = Object.keys(createRequire(import.meta.url).cache).filter((file) => /prom-client|opentelemetry/.test(file));
    console.log(JSON.stringify({ off, loaded }));`;
  const printed = execFileSync(process.execPath, ['--input-type=module-typescript', '--eval', source]);
  expect(JSON.parse(printed.toString())).toEqual({ off: [null, null], loaded: [] });
});

test('the listener of metrics has metrics and nothing else', async () => {
  const metrics = await open();
  metrics.counter('yiwang_test_total', 'For a test.', ['kind']).inc({ kind: 'one' });
  expect(await scrape(metrics)).toContain('yiwang_test_total{kind="one",service="test"} 1');
  for (const path of ['/', '/health', '/metrics/..']) {
    expect((await fetch(new URL(path, metrics.url))).status).toBe(404);
  }
  expect((await fetch(metrics.url, { method: 'POST' })).status).toBe(404);
});

test('a port that is taken is named', async () => {
  const { port } = new URL((await open()).url);
  const second = openMetrics('test', { METRICS_PORT: Number(port), METRICS_HOST: '127.0.0.1' });
  await expect(second).rejects.toThrow(ListenError);
  await expect(second).rejects.toThrow(`Port ${port}`);
});

test('a figure that cannot be read is left out, said to be, and comes back', async () => {
  const metrics = await open();
  let isDown = true;
  const read = async () => {
    if (isDown) throw new Error('the database is away');
    return [[{}, 7]] as const;
  };
  metrics.sampledGauge('yiwang_test_rows', 'For a test.', [], read, 0);
  const down = await scrape(metrics);
  expect(down).toContain('yiwang_metrics_unreadable{metric="yiwang_test_rows",service="test"} 1');
  expect(down).not.toMatch(/^yiwang_test_rows/m);
  isDown = false;
  const back = await scrape(metrics);
  expect(back).toContain('yiwang_test_rows{service="test"} 7');
  expect(back).toContain('yiwang_metrics_unreadable{metric="yiwang_test_rows",service="test"} 0');
});

test('a figure that costs a query is not read again for each scrape', async () => {
  const metrics = await open();
  let reads = 0;
  metrics.sampledGauge('yiwang_test_rows', 'For a test.', [], async () => [[{}, ++reads]], 60_000);
  await scrape(metrics);
  expect(await scrape(metrics)).toContain('yiwang_test_rows{service="test"} 1');
  expect(reads).toBe(1);
});

test('requests count by the pattern of their route, whatever addresses and methods clients make up', async () => {
  const metrics = await open();
  const server = createHttpServer({
    logger: createLogger('test', 'silent'),
    bodyLimitBytes: 1024,
    readiness: {},
  });
  onTestFinished(() => server.close());
  server.get('/things/:id', () => 'a thing');
  observeHttp(server, metrics);
  const url = await listen(server, '127.0.0.1', 0);
  for (const path of ['/things/110101199003078888', '/things/13800138000', '/nowhere/13800138000']) {
    await (await fetch(url + path)).text();
  }
  await fetch(`${url}/things/1`, { method: 'PROPFIND' });
  const text = await scrape(metrics);
  expect(text).toContain(
    'yiwang_http_requests_total{route="/things/:id",method="GET",status="200",service="test"} 2',
  );
  expect(text).toContain(
    'yiwang_http_requests_total{route="none",method="GET",status="404",service="test"} 1',
  );
  expect(text).toContain('method="other"');
  expect(text).not.toMatch(/13800138000|110101199003078888|PROPFIND/);
  expect((await fetch(`${url}/metrics`)).status).toBe(404);
});
