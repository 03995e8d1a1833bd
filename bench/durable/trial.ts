import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import { candidateNamed } from './candidates/index.ts';
import { type Figures, readFigures } from './figures.ts';

export interface TrialOptions {
  sagas: number;
  kills: number;
  workers: number;
  /** After the last kill, for sagas whose claim has to run out first. */
  graceSeconds: number;
  log: (line: string) => void;
}

const BETWEEN_KILLS_MS = 1500;
/** How long a killed process is away: work must go on in another one meanwhile. */
const AWAY_MS = 2000;

/** Runs sagas in several processes, kills them at random, and reads what became of the sagas. @param url an empty database */
export async function runTrial(name: string, url: string, options: TrialOptions): Promise<Figures> {
  const { sagas, kills, workers, graceSeconds, log } = options;
  const candidate = await candidateNamed(name);
  await candidate.prepare(url);
  const sql = postgres(url, { max: 4, onnotice: () => {} });
  await makeTables(sql);
  const rolledBack = await startRolledBack(sql, (tx) => candidate.start(tx, sql, url, 'rolled-back'));
  const slots = Array.from({ length: workers }, (_, slot) => startWorker(name, url, slot));
  await sleep(4000);

  const feeding = (async () => {
    const pauseMs = (kills * BETWEEN_KILLS_MS) / sagas;
    for (let i = 0; i < sagas; i++) {
      const id = `saga-${i}`;
      // Twice, as a caller does that did not get the first answer.
      for (let j = 0; j < 2; j++)
        await sql.begin(async (tx) => {
          await tx`insert into started (saga) values (${id}) on conflict do nothing`;
          await candidate.start(tx, sql, url, id);
        });
      await sleep(pauseMs);
    }
  })();
  for (let i = 0; i < kills; i++) {
    await sleep(BETWEEN_KILLS_MS);
    const alive = slots
      .map((child, slot) => ({ child, slot }))
      .filter(({ child }) => child.exitCode === null && child.signalCode === null);
    const chosen = alive[Math.floor(Math.random() * alive.length)];
    if (!chosen) continue;
    await sql`insert into kills (pid) values (${chosen.child.pid!})`;
    chosen.child.kill('SIGKILL');
    setTimeout(() => (slots[chosen.slot] = startWorker(name, url, chosen.slot)), AWAY_MS);
    log(`${name}: kill ${i + 1} of ${kills}`);
  }
  await feeding;
  await waitForAll(sql, sagas, graceSeconds);
  await sleep(AWAY_MS + 1000);
  for (const child of slots) child.kill('SIGKILL');
  const figures = await readFigures(sql, rolledBack);
  await candidate.close?.();
  await sql.end();
  return { ...figures, name: candidate.name, isTransactional: candidate.isTransactional };
}

function startWorker(name: string, url: string, slot: number): ChildProcess {
  return spawn(process.execPath, [new URL('worker.ts', import.meta.url).pathname, name, url, String(slot)], {
    stdio: ['ignore', 'ignore', process.env['TRIAL_ERRORS'] ? 'inherit' : 'ignore'],
  });
}

async function makeTables(sql: Sql): Promise<void> {
  await sql.unsafe(`
    create table started (saga text primary key, at timestamptz not null default clock_timestamp());
    create table calls (id bigserial primary key, saga text not null, step text not null, pid int not null,
      at timestamptz not null default clock_timestamp());
    create table effects (saga text, step text, primary key (saga, step));
    create table finished (saga text primary key, at timestamptz not null default clock_timestamp());
    create table kills (id bigserial primary key, pid int not null, at timestamptz not null default clock_timestamp());
    create table workers (pid int primary key, slot text not null);
    create index on calls (saga, id)`);
}

/** Starts a saga in a transaction that is rolled back. @returns a reader of whether it ran nevertheless */
async function startRolledBack(
  sql: Sql,
  start: (tx: postgres.TransactionSql) => Promise<void>,
): Promise<() => Promise<boolean>> {
  await sql
    .begin(async (tx) => {
      await start(tx);
      throw new Error('rolled back');
    })
    .catch((error: unknown) => {
      if (!(error instanceof Error && error.message === 'rolled back')) throw error;
    });
  return async () => {
    const [row] = await sql`select exists (select from calls where saga = 'rolled-back') as ran`;
    return row!['ran'] as boolean;
  };
}

async function waitForAll(sql: Sql, sagas: number, graceSeconds: number): Promise<void> {
  const until = Date.now() + graceSeconds * 1000;
  while (Date.now() < until) {
    const [row] = await sql`select count(*)::int as n from finished where saga <> 'rolled-back'`;
    if (row!['n'] === sagas) return;
    await sleep(500);
  }
}
