import { createServer } from 'node:http';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { listenOn } from '../http/listen.ts';
import type { Metrics, Sample } from './metrics.ts';

/** In seconds: from a read that is cached to the longest time-out of an operation. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** What costs a query is read as often as Prometheus asks by default. */
const SAMPLED_MS = 15_000;
/** A scrape must end when the database does not answer. */
const PATIENCE_MS = 2_000;

/** @throws ListenError */
export async function servePrometheus(service: string, host: string, port: number): Promise<Metrics> {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  const samples = new Map<string, () => Promise<readonly Sample[] | null>>();
  new Gauge({
    name: 'yiwang_metrics_unreadable',
    help: '1 for a metric that cannot be read, and is left out for now.',
    labelNames: ['metric'],
    registers: [registry],
    async collect() {
      await Promise.all(
        [...samples].map(async ([metric, sample]) => this.set({ metric }, (await sample()) === null ? 1 : 0)),
      );
    },
  });

  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  const url = await listenOn(server, host, port);
  // Prometheus keeps its connection open, and the process need not stay for it.
  server.unref();

  return {
    url: `${url}/metrics`,
    counter: (name, help, labelNames) => new Counter({ name, help, labelNames, registers: [registry] }),
    histogram: (name, help, labelNames) =>
      new Histogram({ name, help, labelNames, buckets: BUCKETS, registers: [registry] }),
    gauge(name, help, labelNames, read) {
      new Gauge({
        name,
        help,
        labelNames,
        registers: [registry],
        collect() {
          write(this, labelNames, read());
        },
      });
    },
    total(name, help, labelNames, read) {
      new Counter({
        name,
        help,
        labelNames,
        registers: [registry],
        collect() {
          this.reset();
          for (const [labels, value] of read()) this.inc(labels, value);
        },
      });
    },
    sampledGauge(name, help, labelNames, read, everyMs = SAMPLED_MS) {
      const sample = atMostEvery(everyMs, read);
      samples.set(name, sample);
      new Gauge({
        name,
        help,
        labelNames,
        registers: [registry],
        async collect() {
          write(this, labelNames, (await sample()) ?? []);
        },
      });
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      registry.clear();
    },
  };
}

/** Replaces all series of a gauge. */
function write<Label extends string>(
  gauge: Gauge<Label>,
  labelNames: readonly Label[],
  samples: Iterable<Sample<Label>>,
): void {
  gauge.reset();
  // The library sets one without labels to 0, which would be a figure.
  if (labelNames.length === 0) gauge.remove();
  for (const [labels, value] of samples) gauge.set(labels, value);
}

/** Returns what was read at most so many milliseconds ago; null when it cannot be read in time. */
function atMostEvery<Label extends string>(
  everyMs: number,
  read: () => Promise<readonly Sample<Label>[]>,
): () => Promise<readonly Sample<Label>[] | null> {
  let readAt = -Infinity;
  let reading: Promise<readonly Sample<Label>[] | null> = Promise.resolve(null);
  let isReading = false;
  return () => {
    if (!isReading && performance.now() - readAt >= everyMs) {
      isReading = true;
      reading = read()
        .catch(() => null)
        .finally(() => {
          isReading = false;
          readAt = performance.now();
        });
    }
    const { promise, resolve } = Promise.withResolvers<null>();
    const timer = setTimeout(resolve, PATIENCE_MS, null);
    return Promise.race([reading, promise]).finally(() => clearTimeout(timer));
  };
}
