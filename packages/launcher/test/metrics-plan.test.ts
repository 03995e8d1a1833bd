import { createServer } from 'node:net';
import { once } from 'node:events';
import { findPorts } from '@yiwang/testing';
import { expect, onTestFinished, test } from 'vitest';
import { planMetrics } from '../src/system/metrics-plan.ts';
import type { StartOptions } from '../src/system/options.ts';
import { FAKE_SYSTEM } from './fake-system/system.ts';

async function plan(more: Partial<StartOptions> = {}) {
  const metricsPort = await findPorts(10);
  const said: string[] = [];
  const options = { port: 4000, metrics: true, metricsPort, ...more } as StartOptions;
  const found = await planMetrics(
    options,
    FAKE_SYSTEM,
    { port: 4007 },
    { say: (text) => void said.push(text) },
  );
  return { found, said, metricsPort };
}

test('the metrics of services lie as far from those of the gateway as the services from the gateway', async () => {
  const { found, said, metricsPort } = await plan();
  const names = FAKE_SYSTEM.departments.map(({ name }) => name);
  expect(found.urls).toEqual({
    gateway: `http://127.0.0.1:${metricsPort}/metrics`,
    ...Object.fromEntries(
      names.map((name, index) => [name, `http://127.0.0.1:${metricsPort + 1 + index}/metrics`]),
    ),
    portal: `http://127.0.0.1:${metricsPort + 7}/metrics`,
  });
  expect(found.settingsOf('portal').METRICS_PORT).toBe(String(metricsPort + 7));
  expect(found.settingsOf('local-sign-in').METRICS_PORT).toBe('0');
  expect(said).toEqual([]);
});

test('a port that is in use costs the metrics and nothing else, and is said', async () => {
  const taken = createServer();
  const port = await findPorts(10);
  await once(taken.listen(port + 1, '127.0.0.1'), 'listening');
  onTestFinished(() => void taken.close());
  const { found, said } = await plan({ metricsPort: port });
  expect(found.urls).toEqual({});
  expect(found.settingsOf('gateway').METRICS_PORT).toBe('0');
  expect(said).toEqual([expect.stringContaining('--metrics-port')]);
});

test('--no-metrics leaves them out without a word', async () => {
  const { found, said } = await plan({ metrics: false });
  expect(found.urls).toEqual({});
  expect(said).toEqual([]);
});
