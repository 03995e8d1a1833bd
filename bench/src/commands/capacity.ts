import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../places.ts';
import { ask, type Operation } from '../processes/ask.ts';
import { PROJECT_NODE } from '../processes/node-binary.ts';
import { usageOf } from '../processes/process-tree.ts';
import { temporaryFolder } from '../processes/temporary-folder.ts';
import { figure, markdownTable } from '../report/markdown-table.ts';
import { quantile } from '../report/median.ts';
import { say } from '../report/progress.ts';
import { firstUsccs, type RunningSystem, startSystem, type SystemSetup } from '../system/start-system.ts';
import { NAMES } from './search.ts';

const ENTERPRISES_AT_SCALE_1 = 20_000;
const MIB = 1024 ** 2;

const PAGE = `query Page($uscc: USCC!) {
  enterprise(uscc: $uscc) {
    name status region { fullName parcelCount } permits(first: 20) { totalCount edges { node { name } } } taxpayer { aListYears }
  }
}`;
const SEARCH = `query Search($name: String!) {
  enterprises(filter: { name: $name }, first: 20) { totalCount edges { node { uscc name } } }
}`;

const HEAD = [
  'enterprises',
  'load s',
  'databases MiB',
  'resident MiB',
  'page p50 ms',
  'page p99',
  'search p50 ms',
  'search p99',
  'import s',
  'backup s',
  'backup MiB',
];

export interface CapacityOptions {
  scales: readonly number[];
  /** First of 10 ports. */
  port: number;
  /** Pages and searches that are timed, one at a time. */
  requests: number;
  /** A register to import into each; null for none. */
  register: string | null;
  cpus: string;
}

const run = promisify(execFile);

/** What grows with the number of enterprises, one fresh system after the other; prints a table. */
export async function measureCapacity({
  scales,
  register,
  requests,
  ...setup
}: CapacityOptions): Promise<void> {
  const rows: string[][] = [];
  for (const scale of scales) {
    using folder = temporaryFolder();
    const data = join(folder.path, 'data');
    const loaded = await measureLoaded({ ...setup, data, scale }, requests);
    const saved = await measureSaving({ ...setup, data, scale }, folder.path, register);
    rows.push([
      String(scale * ENTERPRISES_AT_SCALE_1),
      ...loaded.map(figure),
      saved.imported === null ? 'not measured' : figure(saved.imported),
      ...[saved.seconds, saved.mib].map(figure),
    ]);
  }
  process.stdout.write(`### capacity\n\n${markdownTable(HEAD, rows)}\n\n`);
}

/** Seconds of the load, MiB on disk and in memory, and milliseconds of pages and searches, in the order of the table. */
async function measureLoaded(setup: SystemSetup, requests: number): Promise<number[]> {
  say(`capacity: loading at scale ${setup.scale}`);
  await using system = await startSystem(setup);
  const databases = await sizeOf(join(setup.data, 'postgres'));
  const usccs = await firstUsccs(system.url, 100);
  const pages = await timesOf(system, requests, (turn) => ({
    query: PAGE,
    variables: { uscc: usccs[turn % usccs.length]! },
  }));
  const searches = await timesOf(system, requests, (turn) => ({
    query: SEARCH,
    variables: { name: NAMES[turn % NAMES.length]! },
  }));
  const { peakRssMib } = usageOf(system.program.pid);
  const times = [pages, searches].flatMap((all) => [quantile(all, 0.5), quantile(all, 0.99)]);
  return [system.startMs / 1000, databases, peakRssMib, ...times];
}

/** Seconds of an import and of a backup, which the system needs its archive for, and MiB of the backup. */
async function measureSaving(setup: SystemSetup, folder: string, register: string | null) {
  say(`capacity: import and backup at scale ${setup.scale}`);
  await using _ = await startSystem({ ...setup, archive: join(folder, 'archive') });
  const data = ['--data', setup.data];
  const imported =
    register === null ? null : await secondsOf('packages/launcher/import.mjs', [register, ...data]);
  const target = join(folder, 'backup');
  const seconds = await secondsOf('packages/launcher/backup.mjs', [target, ...data]);
  return { imported, seconds, mib: await sizeOf(target) };
}

/** Ascending. @throws Error when the system answers with errors */
async function timesOf(
  { url }: RunningSystem,
  requests: number,
  operationOf: (turn: number) => Operation,
): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < requests; turn += 1) {
    const began = performance.now();
    const { errors } = await ask(url, operationOf(turn));
    times.push(performance.now() - began);
    if (errors) throw new Error(`A request fails: ${JSON.stringify(errors).slice(0, 500)}`);
  }
  return times.sort((a, b) => a - b);
}

async function secondsOf(program: string, args: readonly string[]): Promise<number> {
  const began = performance.now();
  await run(PROJECT_NODE, [program, ...args], { cwd: ROOT, maxBuffer: 64 * MIB });
  return (performance.now() - began) / 1000;
}

/** MiB on disk. */
async function sizeOf(folder: string): Promise<number> {
  const { stdout } = await run('du', ['-sk', folder]);
  return Number.parseInt(stdout, 10) / 1024;
}
