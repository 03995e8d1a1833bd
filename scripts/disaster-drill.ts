import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpus, tmpdir, totalmem } from 'node:os';
import { chmod, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { findRunningPostgres } from '@yiwang/postgres-server';
import postgres from 'postgres';

// npm run drill: a whole system is written to, destroyed, and restored from its backup and its archive. It ends with 0 when every
// write that was acknowledged is there again. It has folders and ports of its own, and touches no other system.

const ROOT = join(import.meta.dirname, '..');
const WRITERS = 4;

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '0.1' },
    port: { type: 'string', default: '4700' },
    seconds: { type: 'string', default: '10' },
    folder: { type: 'string' },
    async: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const HELP = `Destroys a system of its own under load and restores it, and prints how long each step takes.

  npm run drill -- [--scale N] [--seconds N] [--port N] [--folder DIR] [--async]

  --scale N    made-up data, as of npm start (default 0.1)
  --seconds N  how long it is written to before the backup, and again after it (default 10)
  --port N     of the gateway; the departments take those behind it (default 4700)
  --folder DIR where its folders are made and removed again (default: the folder for temporary files)
  --async      commits do not wait for the archive: the last ones may be lost, and that is no failure
`;

const home = join(values.folder ?? tmpdir(), `yiwang-drill-${process.pid}`);
const data = join(home, 'data');
const archive = join(home, 'archive');
const backups = join(home, 'backups');
const times: [step: string, seconds: number][] = [];
let system: ChildProcess | undefined;

if (values.help) process.stdout.write(HELP);
else process.exitCode = await drillAndCleanUp();

async function drillAndCleanUp(): Promise<number> {
  // PostgreSQL under root runs as another user, which passes through here.
  await mkdir(home);
  await chmod(home, 0o711);
  try {
    return await drill();
  } finally {
    // It ends its departments and its PostgreSQL, which would outlive it.
    if (system?.exitCode === null && system.kill('SIGTERM')) await once(system, 'exit');
    await rm(home, { recursive: true, force: true, maxRetries: 20 });
  }
}

async function drill(): Promise<number> {
  const port = Number(values.port);
  await timed('first start', () =>
    start('--archive', archive, ...(values.async ? ['--no-archive-wait'] : [])),
  );
  const writers = await openWriters();
  await sleep(Number(values.seconds) * 1000);
  const backup = await timed('backup, while it is written to', () => yiwang('backup', backups));
  await sleep(Number(values.seconds) * 1000);

  await timed('kill -9, and all of the data folder removed', () => destroy(system!));
  await writers.ended;
  const acknowledged = writers.acknowledged.size;
  const restored = await timed('restore', () =>
    yiwang('restore', String(backup['path']), '--archive', archive),
  );
  await timed('next start, until all answer', () => start());
  const lost = await countLost(writers.acknowledged);
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ __typename }' }),
  });

  const [cpu] = cpus();
  process.stdout.write(`
${new Date().toISOString().slice(0, 16)}Z, ${cpu!.model}, ${cpus().length} CPUs, ${Math.round(totalmem() / 2 ** 30)} GiB, scale ${values.scale}
${times.map(([step, seconds]) => `${seconds.toFixed(1).padStart(8)} s  ${step}`).join('\n')}

backup: ${(Number(backup['bytes']) / 1e6).toFixed(0)} MB in ${String(backup['files'])} files; restore: ${JSON.stringify(restored)}
${acknowledged} writes were acknowledged, ${(acknowledged / (2 * Number(values.seconds))).toFixed(0)} a second; ${lost} of them are lost. The gateway answers ${answer.status}.
`);
  return (lost === 0 || values.async) && answer.ok ? 0 : 1;
}

async function start(...args: string[]): Promise<void> {
  const { DATABASE_URL: _given, ...env } = process.env;
  const options = ['--data', data, '--port', values.port, '--no-portal', '--scale', values.scale, ...args];
  const child = spawn(process.execPath, [join(ROOT, 'packages/launcher/start.mjs'), ...options], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  system = child;
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  while (!output.includes('Ctrl-C stops everything')) {
    if (child.exitCode !== null) throw new Error(`The system did not start:\n${output}`);
    await sleep(100);
  }
}

async function yiwang(...args: string[]): Promise<Record<string, unknown>> {
  const all = [join(ROOT, 'packages/cli/bin/yiwang.mjs'), ...args, '--data', data, '--json'];
  const child = spawn(process.execPath, all, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [[status], output] = await Promise.all([
    once(child, 'exit') as Promise<[number]>,
    text(child.stdout),
  ]);
  if (status !== 0) throw new Error(`yiwang ${args.join(' ')} failed.`);
  return JSON.parse(output) as Record<string, unknown>;
}

async function openPermits(): Promise<postgres.Sql> {
  const url = new URL((await findRunningPostgres(join(data, 'postgres')))!);
  url.pathname = '/yiwang_permits';
  return postgres(url.href, { max: WRITERS, connect_timeout: 2, onnotice: () => {} });
}

/** Each write is a commit of its own, in a table of its own. */
async function openWriters(): Promise<{ acknowledged: Set<number>; ended: Promise<unknown> }> {
  const sql = await openPermits();
  await sql`create table drill_writes (id int primary key, at timestamptz not null default clock_timestamp())`;
  const acknowledged = new Set<number>();
  let next = 0;
  const write = async (): Promise<void> => {
    for (;;) {
      const id = ++next;
      await sql`insert into drill_writes (id) values (${id})`;
      acknowledged.add(id);
    }
  };
  const ended = Promise.allSettled(Array.from({ length: WRITERS }, write)).then(() =>
    sql.end({ timeout: 0 }),
  );
  return { acknowledged, ended };
}

async function destroy(running: ChildProcess): Promise<void> {
  const pidFile = await readFile(join(data, 'postgres/cluster/postmaster.pid'), 'utf8');
  const gone = once(running, 'exit');
  running.kill('SIGKILL');
  process.kill(Number(pidFile.split('\n')[0]), 'SIGKILL');
  await gone;
  await rm(data, { recursive: true, force: true, maxRetries: 50 });
  // Its departments notice that they are alone, and end.
  await sleep(2000);
}

async function countLost(acknowledged: ReadonlySet<number>): Promise<number> {
  const sql = await openPermits();
  const rows = await sql<{ id: number }[]>`select id from drill_writes`;
  await sql.end();
  const found = new Set(rows.map(({ id }) => id));
  return [...acknowledged].filter((id) => !found.has(id)).length;
}

async function timed<Result>(step: string, work: () => Promise<Result>): Promise<Result> {
  const startedAt = performance.now();
  process.stdout.write(`${step} …\n`);
  const result = await work();
  times.push([step, (performance.now() - startedAt) / 1000]);
  return result;
}
