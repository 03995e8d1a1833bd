import type { Measurement } from '../commands/measure-gateway.ts';
import type { WorkloadResult } from '../commands/run-workload.ts';
import type { Gateway } from '../gateways/gateway.ts';
import { figure, markdownTable } from './markdown-table.ts';
import { median } from './median.ts';

const HEAD = [
  'gateway',
  'requests/s',
  'least–most',
  '× stock',
  '× best peer',
  'p50 ms',
  'p99 ms',
  'CPU ms/request',
  'CPU busy',
  'fetches/request',
  'peak MiB',
  'failures',
];

/** One workload as a Markdown section: medians over the rounds, and who did not take part. */
export function reportWorkload({ workload, measurements, absent }: WorkloadResult): string {
  const rates = new Map([...measurements].map(([gateway, all]) => [gateway, rateOf(all)]));
  const stock = [...rates].find(([{ name }]) => name === 'stock')?.[1] ?? Number.NaN;
  const best = Math.max(...[...rates].filter(([{ kind }]) => kind === 'peer').map(([, rate]) => rate));
  const rows = [...measurements].map(([gateway, all]) => rowOf(gateway, all, stock, best));
  const missing = [...absent].map(([name, reason]) => `- ${name}: ${reason.replaceAll('\n', ' ')}`);
  return [`### ${workload.name}: ${workload.what}`, markdownTable(HEAD, rows), missing.join('\n')]
    .filter((part) => part !== '')
    .join('\n\n');
}

function rowOf({ name, kind }: Gateway, all: readonly Measurement[], stock: number, best: number): string[] {
  const rates = all.map(({ requestsPerSecond }) => requestsPerSecond);
  const rate = median(rates);
  const medianOf = (pick: (one: Measurement) => number) => figure(median(all.map(pick)));
  return [
    kind === 'limit' ? `_${name}_` : name,
    figure(rate),
    `${figure(Math.min(...rates))}–${figure(Math.max(...rates))}`,
    figure(rate / stock),
    figure(rate / best),
    medianOf(({ p50Ms }) => p50Ms),
    medianOf(({ p99Ms }) => p99Ms),
    medianOf(({ cpuMsPerRequest }) => cpuMsPerRequest),
    medianOf(({ busy }) => busy),
    medianOf(({ fetchesPerRequest }) => fetchesPerRequest ?? Number.NaN),
    figure(Math.max(...all.map(({ peakRssMib }) => peakRssMib))),
    String(all.reduce((sum, { failures }) => sum + failures, 0)),
  ];
}

function rateOf(all: readonly Measurement[]): number {
  return median(all.map(({ requestsPerSecond }) => requestsPerSecond));
}
