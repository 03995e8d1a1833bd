import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ListReport, type WalkedRequest, walkLists } from '@yiwang/testing/lists';
import { ROOT } from '../places.ts';
import { temporaryFolder } from '../processes/temporary-folder.ts';
import { figure, markdownTable } from '../report/markdown-table.ts';
import { quantile } from '../report/median.ts';
import { say } from '../report/progress.ts';
import { startSystem } from '../system/start-system.ts';

const DEPARTMENTS = ['enterprises', 'permits', 'tax', 'land', 'exchange', 'services'];
const WARM_BOUND_MS = 50;
const COLD_BOUND_MS = 250;
const MAX_WORST = 20;

const HEAD = [
  'list',
  'requests',
  'first p95 ms',
  'first most',
  'p50 ms',
  'p95 ms',
  'most',
  'rows read',
  'over',
];
const WORST_HEAD = ['ms', 'first ms', 'matching', 'rows read', 'scan', 'request'];

export interface ListsOptions {
  /** Folder of a system that is loaded; null for a fresh one. */
  data: string | null;
  /** Of a fresh one: 1 stands for 20,000 enterprises. */
  scale: number;
  /** First of 10 ports. */
  port: number;
  /** How often each request is sent again. */
  repeats: number;
  /** Only these; all when empty. */
  departments: readonly string[];
  /** Only these, such as `Query.enterprises`; all when empty. */
  lists: readonly string[];
  cpus: string;
}

/**
 * Asks each department for every list by every filter and every pair of filters, as `walkLists` finds them in its schema, and prints what took longest. The
 * department is asked at its own port, beside the system whose databases it reads.
 */
export async function measureLists(options: ListsOptions): Promise<void> {
  using folder = temporaryFolder();
  const data = options.data ?? join(folder.path, 'data');
  say('starting the system');
  await using _ = await startSystem({ ...options, data });
  const rows: string[][] = [];
  const all: WalkedRequest[] = [];
  for (const name of options.departments.length > 0 ? options.departments : DEPARTMENTS) {
    await walkLists({
      directory: fileURLToPath(new URL(`subgraphs/${name}`, ROOT)),
      name,
      ...databaseUrls(data, name),
      growthOf: () => 1,
      maxRowsThen: Infinity,
      repeats: options.repeats,
      ...(options.lists.length > 0 && { only: options.lists }),
      onList(report) {
        say(`${name}: ${report.coordinate}, ${report.requests.length} requests`);
        for (const reason of report.unwalked) say(`  not asked: ${reason}`);
        if (report.requests.length > 0) rows.push(rowOf(report));
        all.push(...report.requests);
      },
    });
  }
  const title = `### lists, ${all.length} requests, ${options.repeats} times each after the first`;
  process.stdout.write(`${title}\n\n${markdownTable(HEAD, rows)}\n\n${summary(all)}\n\n`);
  process.stdout.write(`${markdownTable(WORST_HEAD, worstOf(all))}\n\n`);
}

/** Of the server that the launcher has started over the folder. */
function databaseUrls(data: string, department: string): { serviceUrl: string; ownerUrl: string } {
  const passwords = JSON.parse(readFileSync(join(data, 'keys/databases.json'), 'utf8')) as Record<
    string,
    { owner: string; service: string }
  >;
  const port = readFileSync(join(data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[3]!;
  const database = `yiwang_${department}`;
  const { owner, service } = passwords[database]!;
  const url = (role: string, password: string) =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
  return { ownerUrl: url(database, owner), serviceUrl: url(`${database}_service`, service) };
}

function rowOf({ coordinate, requests }: ListReport): string[] {
  const first = sorted(requests.map(({ firstMs }) => firstMs));
  const again = sorted(requests.flatMap(({ againMs }) => againMs));
  const over = requests.filter(isOver).length;
  return [
    coordinate,
    String(requests.length),
    ...[quantile(first, 0.95), first.at(-1)!].map(figure),
    ...[quantile(again, 0.5), quantile(again, 0.95), again.at(-1)!].map(figure),
    figure(Math.max(...requests.map(rowsRead))),
    String(over),
  ];
}

/** Whether half of its answers took longer than is allowed, or the first one did. */
function isOver({ firstMs, againMs }: WalkedRequest): boolean {
  return firstMs > COLD_BOUND_MS || medianOf(againMs) > WARM_BOUND_MS;
}

function summary(requests: readonly WalkedRequest[]): string {
  const first = sorted(requests.map(({ firstMs }) => firstMs));
  const again = sorted(requests.flatMap(({ againMs }) => againMs));
  const over = requests.filter(isOver).length;
  return (
    `All: first answers ${figure(quantile(first, 0.95))} ms at p95, further ones ${figure(quantile(again, 0.95))} ms; ${over} of ` +
    `${requests.length} requests took over ${WARM_BOUND_MS} ms at their median or over ${COLD_BOUND_MS} ms at first.`
  );
}

function worstOf(requests: readonly WalkedRequest[]): string[][] {
  return requests
    .toSorted((a, b) => medianOf(b.againMs) - medianOf(a.againMs))
    .slice(0, MAX_WORST)
    .map((request) => {
      const [most] = request.read.toSorted((a, b) => b.rowsRead - a.rowsRead);
      const matching = request.matching === Infinity ? 'many' : String(request.matching);
      const figures = [figure(medianOf(request.againMs)), figure(request.firstMs), matching];
      return [...figures, figure(rowsRead(request)), most?.most ?? '', `\`${request.document}\``];
    });
}

function rowsRead({ read }: WalkedRequest): number {
  return Math.max(0, ...read.map((statement) => statement.rowsRead));
}

function medianOf(values: readonly number[]): number {
  return quantile(sorted(values), 0.5);
}

function sorted(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b);
}
