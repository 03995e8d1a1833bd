import { GATEWAYS } from '../gateways/gateway.ts';
import type { Size } from '../growth/generate-subgraphs.ts';
import { type GrowthResult, type GrowthSetup, measureGrowth } from '../growth/measure-growth.ts';
import { divideCpus } from '../machine/cpus.ts';
import { temporaryFolder } from '../processes/temporary-folder.ts';
import { figure, markdownTable } from '../report/markdown-table.ts';
import { say } from '../report/progress.ts';

const SIZES: readonly Size[] = [
  { departments: 4, types: 50 },
  { departments: 20, types: 500 },
  { departments: 60, types: 1500 },
  { departments: 60, types: 5000 },
];

const HEAD = [
  'departments × types',
  'SDL KiB',
  'compose ms',
  'start ms',
  'requests/s',
  'CPU ms/request',
  'peak MiB',
  'swap ms',
  'requests during swap',
  'lost',
  'slowest ms',
  'longest block ms',
  'heap MiB',
  'resident MiB',
];

export interface GrowthOptions extends Pick<GrowthSetup, 'connections' | 'seconds'> {
  /** Name of one of GATEWAYS that reads a supergraph and watches its file. */
  gateway: string;
  /** Only the smallest graph. */
  quick: boolean;
  /** First of 70 ports. */
  port: number;
}

/** Grows the graph and prints a row for each size. */
export async function measureSizes({ gateway: name, quick, ...options }: GrowthOptions): Promise<void> {
  const gateway = GATEWAYS.find((one) => one.name === name);
  if (!gateway) throw new Error(`There is no gateway ${name}.`);
  using folder = temporaryFolder();
  const rows: string[][] = [];
  for (const size of quick ? SIZES.slice(0, 1) : SIZES) {
    say(`growth: ${size.departments} departments, ${size.types} types`);
    rows.push(
      rowOf(await measureGrowth(gateway, size, { ...options, folder: folder.path, cpus: divideCpus() })),
    );
  }
  process.stdout.write(
    `### growth: ${name}, the same walk through 4 departments\n\n${markdownTable(HEAD, rows)}\n\n`,
  );
}

function rowOf({ size, composeMs, supergraphKib, startMs, load, swap }: GrowthResult): string[] {
  return [
    `${size.departments} × ${size.types}`,
    ...[supergraphKib, composeMs, startMs, load.requestsPerSecond, load.cpuMsPerRequest, load.peakRssMib].map(
      figure,
    ),
    ...[swap.swapMs, swap.requests].map(figure),
    String(swap.lost),
    figure(swap.slowestMs),
    `${figure(swap.longestBlockMs.before)} → ${figure(swap.longestBlockMs.during)}`,
    `${figure(swap.heapMib.before)} → ${figure(swap.heapMib.after)}`,
    `${figure(swap.residentMib.before)} → ${figure(swap.residentMib.after)}`,
  ];
}
