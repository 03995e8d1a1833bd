import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { openSubmissions } from '../cases/department-submissions.ts';
import { type FilledCases, fillCases } from '../cases/fill-cases.ts';
import { measureLists } from '../cases/measure-lists.ts';
import { FORM } from '../cases/submission-form.ts';
import { divideCpus } from '../machine/cpus.ts';
import { BENCH, ROOT } from '../places.ts';
import { ALLOCATOR, DEPARTMENT_HEAP, OWN_NODE, PROJECT_NODE } from '../processes/node-binary.ts';
import { type Program, startProgram } from '../processes/start-process.ts';
import { temporaryFolder } from '../processes/temporary-folder.ts';
import { figure, markdownTable } from '../report/markdown-table.ts';
import { median } from '../report/median.ts';
import { say } from '../report/progress.ts';
import { firstUsccs, startSystem } from '../system/start-system.ts';
import type { Effort } from './run-workload.ts';

/** As departments have them by default. */
const CONNECTIONS = 10;
const PATIENCE_MS = 30_000;
const WARM_UP_S = 2;
const HEAD = ['through the department, cases/s', 'plain SQL, cases/s', 'ratio', 'at least 0.5'];

export interface CaseSpeedOptions extends Effort {
  /** Cases that are stored before anything is measured. */
  cases: number;
  scale: number;
  /** First of 20 ports. */
  port: number;
  /** Requests for each list. */
  repeats: number;
}

/**
 * Measures lists at the gateway while many cases are stored, and how many cases are begun and submitted in a second: through the
 * department, and by the same statements from `postgres` alone.
 */
export async function measureCaseSpeed(options: CaseSpeedOptions): Promise<void> {
  const { cases, scale, port, repeats } = options;
  using folder = temporaryFolder();
  const data = join(folder.path, 'data');
  say(`cases: starting the system at scale ${scale}`);
  await using system = await startSystem({ data, port, scale, cpus: divideCpus().others });
  const database = await databaseOf(data);
  const sql = postgres(database.href, { max: 1, onnotice: () => {} });
  let filled: FilledCases;
  try {
    say(`cases: adding ${cases.toLocaleString('en')} cases`);
    filled = await fillCases(sql, cases, await firstUsccs(system.url, 100));
  } finally {
    await sql.end();
  }

  const readers = await tokensOf(data, filled);
  const lists = await measureLists(system.url, filled, readers, repeats);
  process.stdout.write(`### lists, while ${cases.toLocaleString('en')} cases are stored\n\n${lists}\n\n`);
  process.stdout.write(
    `### submissions: startCase and submitCase\n\n${await compareSubmissions(options, data, database, filled.item)}\n\n`,
  );
}

async function compareSubmissions(
  { rounds, seconds, connections, port }: CaseSpeedOptions,
  data: string,
  database: URL,
  item: string,
): Promise<string> {
  await using department = await startPermits(data, database, port + 10);
  using plain = await startPlain(database, item);
  await using submissions = await openSubmissions({
    url: urlOf(port + 10),
    gatewayKey: join(data, 'keys/gateway.key'),
    item,
    form: FORM,
    inFlight: connections,
  });
  const rates = { department: [] as number[], plain: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    await submissions.run(WARM_UP_S);
    rates.department.push((await submissions.run(seconds)) / seconds);
    await plain.run(WARM_UP_S);
    rates.plain.push((await plain.run(seconds)) / seconds);
    say(
      `${department.name}: ${figure(rates.department.at(-1)!)}/s, plain SQL: ${figure(rates.plain.at(-1)!)}/s`,
    );
  }
  const [ours, limit] = [median(rates.department), median(rates.plain)];
  const verdict = ours / limit >= 0.5 ? 'yes' : '**no**';
  return markdownTable(HEAD, [[figure(ours), figure(limit), figure(ours / limit), verdict]]);
}

/** As the launcher starts it, on the CPU of what is measured. */
async function startPermits(data: string, database: URL, port: number): Promise<Program> {
  const program = startProgram({
    name: 'permits',
    command: PROJECT_NODE,
    args: [
      ...DEPARTMENT_HEAP,
      '--import=./packages/subgraph-kit/src/drizzle-as-commonjs.ts',
      'subgraphs/permits/src/main.ts',
    ],
    env: {
      ...ALLOCATOR,
      PORT: String(port),
      DATABASE_URL: database.href,
      DATABASE_CONNECTIONS: String(CONNECTIONS),
      LOG_LEVEL: 'error',
      GATEWAY_KEYS: join(data, 'keys/gateways.json'),
      CURSOR_KEY: join(data, 'keys/cursors.key'),
      ACCESS_LOG: join(data, 'bench-access-log'),
    },
    cwd: ROOT,
    cpus: divideCpus().measured,
  });
  await program.waitUntil(async () => (await fetch(`http://127.0.0.1:${port}/ready`)).ok, PATIENCE_MS);
  return program;
}

interface PlainSubmissions extends Disposable {
  run(seconds: number): Promise<number>;
}

async function startPlain(database: URL, item: string): Promise<PlainSubmissions> {
  const file = fileURLToPath(new URL('src/cases/plain-submissions.ts', BENCH));
  const child: ChildProcess = spawn(
    'taskset',
    ['-c', divideCpus().measured, OWN_NODE, file, item, String(CONNECTIONS)],
    {
      env: { ...process.env, DATABASE_URL: database.href, DATABASE_CONNECTIONS: String(CONNECTIONS) },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  const next = async () => {
    const [answer] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => {
        throw new Error('The program that sends plain SQL ended by itself.');
      }),
    ])) as [unknown];
    return answer;
  };
  await next();
  return {
    async run(seconds) {
      child.send(seconds);
      return Number(await next());
    },
    [Symbol.dispose]: () => void child.kill('SIGKILL'),
  };
}

/** The database of permits, as its administrator reaches it. */
async function databaseOf(data: string): Promise<URL> {
  const { findRunningPostgres } = await import(new URL('packages/postgres-server/src/index.ts', ROOT).href);
  const url = new URL(await findRunningPostgres(join(data, 'postgres')));
  url.pathname = '/yiwang_permits';
  return url;
}

async function tokensOf(data: string, { person, official }: FilledCases) {
  const { readPrivateKey, signClientToken } = await import(
    new URL('packages/identity/src/index.ts', ROOT).href
  );
  const key = await readPrivateKey(await readFile(join(data, 'keys/issuer.key'), 'utf8'));
  const headersOf = async (client: object) => ({
    authorization: `Bearer ${await signClientToken(key, client, 86_400)}`,
    'purpose-basis': 'bench',
    'purpose-case': '1',
    'purpose-requester': 'bench',
  });
  return {
    person: await headersOf({ id: 'portal', user: person, department: null, scopes: [] }),
    official: await headersOf({
      id: 'permits-desk',
      user: official,
      department: 'permits',
      scopes: ['cases:decide'],
    }),
  };
}

const urlOf = (port: number) => `http://127.0.0.1:${port}/graphql`;
