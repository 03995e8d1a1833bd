import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CASES, type DepartmentCase, type Keys } from '../departments/cases.ts';
import type { RecordedRequest } from '../departments/limit.ts';
import { recordWaves } from '../departments/record-waves.ts';
import { divideCpus } from '../machine/cpus.ts';
import { BENCH, ROOT } from '../places.ts';
import { ask, bodyOf, isServing, type Operation } from '../processes/ask.ts';
import { ALLOCATOR, DEPARTMENT_HEAP, OWN_NODE, PROJECT_NODE } from '../processes/node-binary.ts';
import { type Program, startProgram } from '../processes/start-process.ts';
import { temporaryFolder } from '../processes/temporary-folder.ts';
import { figure, markdownTable } from '../report/markdown-table.ts';
import { median } from '../report/median.ts';
import { say } from '../report/progress.ts';
import { firstUsccs } from '../system/start-system.ts';
import { type Measurement, measureGateway } from './measure-gateway.ts';
import type { Effort } from './run-workload.ts';

const PATIENCE_MS = 30_000;
const CONNECTIONS = '10';
const HEAD = [
  'department',
  'request',
  'statements',
  'requests/s',
  'limit',
  'share of limit',
  'CPU ms',
  'limit CPU ms',
  'p99 ms',
  'limit p99',
];

export interface DepartmentsOptions extends Effort {
  /** A server with the loaded databases of the product, without TLS. */
  server: string;
  port: number;
  /** Only these; all when empty. */
  departments: readonly string[];
}

/** Measures each department against its own SQL sent by `postgres` alone; prints a table. */
export async function measureDepartments({
  server,
  port,
  departments,
  ...effort
}: DepartmentsOptions): Promise<void> {
  using folder = temporaryFolder();
  const places = { server: new URL(server), port, file: join(folder.path, 'requests.json') };
  const keys = await keysOf(places);
  const rows: string[][] = [];
  for (const one of CASES) {
    if (departments.length > 0 && !departments.includes(one.department)) continue;
    rows.push(await measureCase(one, one.operations(keys), places, effort));
  }
  process.stdout.write(`### departments against their own SQL\n\n${markdownTable(HEAD, rows)}\n\n`);
}

interface Places {
  server: URL;
  port: number;
  file: string;
}

async function measureCase(
  { department, name }: DepartmentCase,
  operations: readonly Operation[],
  { server, port, file }: Places,
  { rounds, ...load }: Effort,
): Promise<string[]> {
  const database = databaseOf(department, server);
  const recorded = await record(department, database, operations, port);
  writeFileSync(file, JSON.stringify(recorded));

  await using ours = await startDepartment(department, database, port);
  await using limit = startProgram({
    name: 'limit',
    command: OWN_NODE,
    args: [fileURLToPath(new URL('src/departments/limit.ts', BENCH)), file, String(port + 1)],
    env: { DATABASE_URL: database.href, DATABASE_CONNECTIONS: CONNECTIONS },
    cwd: BENCH,
    cpus: divideCpus().measured,
  });
  const limitUrl = `http://127.0.0.1:${port + 1}/`;
  await limit.waitUntil(async () => (await ask(limitUrl, operations[0]!)).data !== undefined, PATIENCE_MS);

  const measured: { ours: Measurement[]; limit: Measurement[] } = { ours: [], limit: [] };
  for (let round = 0; round < rounds; round += 1) {
    const target = { url: urlOf(port), pid: ours.pid, countFetches: null };
    measured.ours.push(await measureGateway(target, operations, load));
    measured.limit.push(await measureGateway({ ...target, url: limitUrl, pid: limit.pid }, operations, load));
    say(`${department}, ${name}: ${figure(measured.ours.at(-1)!.requestsPerSecond)}/s`);
  }
  const rate = median(measured.ours.map(({ requestsPerSecond }) => requestsPerSecond));
  const most = median(measured.limit.map(({ requestsPerSecond }) => requestsPerSecond));
  const cpu = (all: Measurement[]) => figure(median(all.map(({ cpuMsPerRequest }) => cpuMsPerRequest)));
  const p99 = (all: Measurement[]) => figure(median(all.map(({ p99Ms }) => p99Ms)));
  const statements = recorded[0]![1].waves.flat().length;
  return [
    ...[department, name, String(statements), figure(rate), figure(most), figure(rate / most)],
    ...[cpu(measured.ours), cpu(measured.limit), p99(measured.ours), p99(measured.limit)],
  ];
}

/** What the department asks the database for, by body of the request. */
async function record(
  department: string,
  database: URL,
  operations: readonly Operation[],
  port: number,
): Promise<[string, RecordedRequest][]> {
  const statements = recordWaves(database, port + 2);
  const recording = new URL(database);
  recording.hostname = '127.0.0.1';
  recording.port = String(port + 2);
  try {
    await using _ = await startDepartment(department, recording, port);
    // The first one also asks PostgreSQL for its types, once for a connection.
    await ask(urlOf(port), operations[0]!);
    const recorded: [string, RecordedRequest][] = [];
    for (const operation of operations) {
      statements.take();
      const answer = await ask(urlOf(port), operation);
      if (answer.errors)
        throw new Error(`${department} answers ${JSON.stringify(answer.errors).slice(0, 300)}`);
      recorded.push([bodyOf(operation), { waves: statements.take(), answer: JSON.stringify(answer) }]);
    }
    return recorded;
  } finally {
    statements.server.close();
  }
}

/** What the databases hold, whatever their size. */
async function keysOf({ server, port }: Places): Promise<Keys> {
  return {
    usccs: await withDepartment('enterprises', () => firstUsccs(urlOf(port), 100)),
    regions: await withDepartment('exchange', () => firstRegions(urlOf(port))),
  };

  async function withDepartment(department: string, read: () => Promise<string[]>): Promise<string[]> {
    await using _ = await startDepartment(department, databaseOf(department, server), port);
    return await read(); // before the department ends
  }
}

async function firstRegions(url: string): Promise<string[]> {
  const { data } = await ask(url, {
    query: '{ regions(first: 100) { edges { node { code } } } }',
    variables: {},
  });
  const { regions } = data as { regions: { edges: { node: { code: string } }[] } };
  return regions.edges.map(({ node }) => node.code);
}

async function startDepartment(department: string, database: URL, port: number): Promise<Program> {
  const program = startProgram({
    name: department,
    command: PROJECT_NODE,
    // As the launcher starts it.
    args: [
      ...DEPARTMENT_HEAP,
      '--import=./packages/subgraph-kit/src/drizzle-as-commonjs.ts',
      `subgraphs/${department}/src/main.ts`,
    ],
    env: {
      ...ALLOCATOR,
      PORT: String(port),
      DATABASE_URL: database.href,
      DATABASE_CONNECTIONS: CONNECTIONS,
      LOG_LEVEL: 'error',
      // No gateway stands before it.
      UNSIGNED: 'allow',
    },
    cwd: ROOT,
    cpus: divideCpus().measured,
  });
  await program.waitUntil(() => isServing(urlOf(port)), PATIENCE_MS);
  return program;
}

const urlOf = (port: number) => `http://127.0.0.1:${port}/graphql`;

function databaseOf(department: string, server: URL): URL {
  const url = new URL(server);
  url.pathname = `/yiwang_${department}`;
  return url;
}
