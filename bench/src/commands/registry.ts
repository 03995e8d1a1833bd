import type { Size } from '../growth/generate-subgraphs.ts';
import { type ChecksResult, measureChecks } from '../registry/measure-checks.ts';
import { figure, markdownTable } from '../report/markdown-table.ts';
import { median } from '../report/median.ts';
import { say } from '../report/progress.ts';

const SIZES: readonly Size[] = [
  { departments: 5, types: 50 },
  { departments: 20, types: 500 },
  { departments: 60, types: 1500 },
  { departments: 60, types: 5000 },
];

const HEAD = [
  'departments × types',
  'SDL KiB',
  'plain composition ms',
  'first check ms',
  'check ms',
  'least–most',
  'unchanged ms',
  'first check CPU ms',
  'check CPU ms',
  'peak MiB',
];

export interface RegistryOptions {
  /** Checks of each size, beside the first. */
  checks: number;
  /** Only the smallest graph. */
  quick: boolean;
}

/** Checks one department after the other in graphs that grow, and prints a row for each size. */
export async function measureRegistry({ checks, quick }: RegistryOptions): Promise<void> {
  const rows: string[][] = [];
  for (const size of quick ? SIZES.slice(0, 1) : SIZES) {
    say(`registry: ${size.departments} departments, ${size.types} types`);
    rows.push(rowOf(await measureChecks(size, checks)));
  }
  process.stdout.write(
    `### registry: lint, composition and differences of one department, ${checks} checks\n\n${markdownTable(HEAD, rows)}\n\n`,
  );
}

function rowOf({ size, sdlKib, plainMs, first, checks, unchanged, peakRssMib }: ChecksResult): string[] {
  const times = checks.map(({ ms }) => ms);
  return [
    `${size.departments} × ${size.types}`,
    ...[sdlKib, plainMs, first.ms, median(times)].map(figure),
    `${figure(Math.min(...times))}–${figure(Math.max(...times))}`,
    ...[unchanged.ms, first.cpuMs, median(checks.map(({ cpuMs }) => cpuMs)), peakRssMib].map(figure),
  ];
}
