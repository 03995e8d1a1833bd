import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalSystem } from '@yiwang/cli/local-system';
import { openDatabase } from '../checker/system/open-database.ts';
import { BACKEND, findProcesses } from '../checker/system/find-processes.ts';
import type { Sample } from './trend.ts';

/** What is measured, of which process; the unit is in the name. */
export type Figure = 'RSS MiB' | 'heap MiB' | 'handles' | 'size MiB';
export type Series = Map<string, Map<Figure, Sample[]>>;

const MIB = 1024 * 1024;
const PAGE = 4096;
const HEAP = /^nodejs_heap_size_used_bytes(?:\{[^}]*\})? (\S+)$/m;

/**
 * Measures every process of a system, again and again until aborted.
 *
 * @returns the samples by process and figure, which go on growing until then
 */
export function watchSystem(
  system: LocalSystem,
  everyMs: number,
  signal: AbortSignal,
): { series: Series; ended: Promise<void> } {
  const series: Series = new Map();
  const note = (name: string, figure: Figure, at: number, value: number | null): void => {
    if (value === null) return;
    const figures = series.get(name) ?? new Map<Figure, Sample[]>();
    series.set(name, figures);
    figures.set(figure, [...(figures.get(figure) ?? []), { at, value }]);
  };

  async function look(): Promise<void> {
    const at = Date.now();
    const processes = [...(await findProcesses(system)), { name: 'launcher', pid: system.pid }];
    const backends = processes.filter(({ name }) => name === BACKEND);
    note(
      'postgres, all backends',
      'RSS MiB',
      at,
      sumOf(await Promise.all(backends.map(({ pid }) => residentMib(pid)))),
    );
    note('postgres, all backends', 'handles', at, backends.length);
    for (const { name, pid } of processes.filter(({ name }) => name !== BACKEND)) {
      note(name, 'RSS MiB', at, await residentMib(pid));
      note(name, 'handles', at, await handlesOf(pid));
      note(name, 'heap MiB', at, await heapMib(system.metrics[name]));
    }
    for (const { name } of system.departments)
      note(`database of ${name}`, 'size MiB', at, await databaseMib(system, name));
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      await look();
      await sleep(everyMs, undefined, { signal }).catch(() => {});
    }
  }

  return { series, ended: run() };
}

/** Its own memory: pages that are shared with others, such as PostgreSQL's buffers, do not count. Null when it has ended. */
async function residentMib(pid: number): Promise<number | null> {
  const text = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => null);
  if (text === null) return null;
  const [, resident, shared] = text.split(' ').map(Number);
  return ((resident! - shared!) * PAGE) / MIB;
}

async function handlesOf(pid: number): Promise<number | null> {
  return (await readdir(`/proc/${pid}/fd`).catch(() => null))?.length ?? null;
}

/** What its metrics say; null where it shows none. */
async function heapMib(url: string | undefined): Promise<number | null> {
  if (!url) return null;
  const text = await fetch(url).then(
    (response) => response.text(),
    () => '',
  );
  const [, bytes] = HEAP.exec(text) ?? [];
  return bytes === undefined ? null : Number(bytes) / MIB;
}

async function databaseMib(system: LocalSystem, department: string): Promise<number> {
  const sql = await openDatabase(system, department);
  try {
    const [row] = await sql<
      { bytes: number }[]
    >`select pg_database_size(current_database())::float8 as bytes`;
    return row!.bytes / MIB;
  } finally {
    await sql.end();
  }
}

function sumOf(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}
