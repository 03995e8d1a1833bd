import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { findPorts } from '@yiwang/testing';
import { expect, onTestFinished, test } from 'vitest';
import { createLogger } from '../src/logging/index.ts';
import { openMetrics, openTracing, type Tracing } from '../src/telemetry/index.ts';

/** So many are sent at once. */
const BATCH = 512;
const QUEUE = 2048;

/** A collector that answers with a status, which quotes what it does not take. */
async function startCollector(collector: { status: number }): Promise<string> {
  const server = createServer((request, response) => {
    request
      .resume()
      .on('end', () => response.writeHead(collector.status).end(collector.status === 200 ? '{}' : '张三'));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Traces to a collector, with what metrics and the log say of them. */
async function open(endpoint: string) {
  const lines: string[] = [];
  const logger = createLogger('test', 'info', { write: (line) => void lines.push(line) });
  const metrics = (await openMetrics('test', {
    METRICS_PORT: await findPorts(1),
    METRICS_HOST: '127.0.0.1',
  }))!;
  onTestFinished(() => metrics[Symbol.asyncDispose]());
  const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: 1 };
  const tracing = (await openTracing('test', settings, metrics, logger))!;
  onTestFinished(() => tracing[Symbol.asyncDispose]());
  async function shown() {
    const text = await (await fetch(metrics.url)).text();
    const valueOf = (series: string) => Number(text.split(`\n${series} `)[1]?.split('\n')[0]);
    const spans = (outcome: string) =>
      valueOf(`yiwang_trace_spans_total{outcome="${outcome}",service="test"}`);
    return {
      exported: spans('exported'),
      failed: spans('failed'),
      dropped: spans('dropped'),
      isFailing: valueOf('yiwang_trace_collector_failing{service="test"}'),
    };
  }
  return { tracing, lines, shown };
}

function send(tracing: Tracing, count: number): void {
  for (let i = 0; i < count; i++) tracing.start('work', { kind: 'internal' }).end();
}

test('spans that the collector does not take are counted, and it is logged when that begins and ends', async () => {
  const collector = { status: 400 };
  const { tracing, lines, shown } = await open(await startCollector(collector));
  send(tracing, BATCH);
  await expect.poll(shown).toEqual({ exported: 0, failed: BATCH, dropped: 0, isFailing: 1 });
  send(tracing, BATCH);
  await expect.poll(async () => (await shown()).failed).toBe(2 * BATCH);
  collector.status = 200;
  send(tracing, BATCH);
  await expect.poll(shown).toEqual({ exported: BATCH, failed: 2 * BATCH, dropped: 0, isFailing: 0 });
  const messages = lines.map((line) => JSON.parse(line) as { msg: string; failure?: string });
  expect(messages).toMatchObject([
    { msg: expect.stringContaining('OTEL_EXPORTER_OTLP_ENDPOINT'), failure: 'status 400' },
    { msg: 'the collector takes traces again' },
  ]);
  expect(lines.join()).not.toContain('张三');
});

test('nobody at the address of the collector is a failure too', async () => {
  const { tracing, lines, shown } = await open(`http://127.0.0.1:${await findPorts(1)}`);
  send(tracing, BATCH);
  // It is tried again for a while.
  await expect.poll(async () => (await shown()).isFailing, { timeout: 20_000 }).toBe(1);
  expect(lines).toHaveLength(1);
}, 30_000);

test('spans that find too many waiting are counted as dropped, and the others arrive', async () => {
  const { tracing, shown } = await open(await startCollector({ status: 200 }));
  send(tracing, BATCH + QUEUE + 40);
  expect((await shown()).dropped).toBe(40);
  await expect.poll(shown).toEqual({ exported: BATCH + QUEUE, failed: 0, dropped: 40, isFailing: 0 });
});
