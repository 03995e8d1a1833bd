import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDurable } from '../src/index.ts';
import { callsOf, hasFinished, openSagaDatabase, type SagaDatabase } from './database.ts';
import { startRunsElsewhere } from './starter.ts';
import { startWorker, stopWorker } from './workers.ts';

/** Generous, and less than any time-out of claims would be. */
const MAX_SECONDS = 15;

let database: SagaDatabase;
beforeAll(async () => void (database = await openSagaDatabase()));
afterAll(() => database[Symbol.asyncDispose]());

/** Lets a step of a run wait until it is released. */
async function hold(
  step: string,
  run: string,
): Promise<{ reached(): Promise<void>; release(): Promise<void> }> {
  const { sql } = database;
  const name = `hold ${step} of ${run}`;
  await sql`insert into broken (step) values (${name})`;
  return {
    reached: () => expect.poll(async () => (await callsOf(sql, run)).at(-1)?.step).toBe(step),
    release: async () => void (await sql`delete from broken where step = ${name}`),
  };
}

const stepsOf = async (run: string) => (await callsOf(database.sql, run)).map(({ step }) => step);

test('a process that stops ends its step, and another one goes on with the next at once', async () => {
  const { sql, url } = database;
  const first = await startWorker(url);
  const b = await hold('b', 'handed over');
  await startRunsElsewhere(sql, ['handed over'], { steps: ['a', 'b', 'c'] });
  await b.reached();
  const second = await startWorker(url);
  const { left } = await stopWorker(first);
  await b.release();
  expect(await left).toBe(0);

  await expect.poll(() => hasFinished(sql, 'handed over')).toBe(true);
  const calls = await callsOf(sql, 'handed over');
  expect(calls.map(({ step, pid }) => [step, pid])).toEqual([
    ['a', first.pid],
    ['b', first.pid],
    ['c', second.pid],
  ]);
  expect(calls[2]!.at.getTime() - calls[1]!.endedAt!.getTime()).toBeLessThan(MAX_SECONDS * 1000);
});

test('a run that waits for its next attempt is released when its process stops', async () => {
  const { sql, url } = database;
  await sql`insert into broken (step) values ('a')`;
  const first = await startWorker(url, 'saga', { retry: { firstDelayMs: 600_000, maxDelayMs: 600_000 } });
  await startRunsElsewhere(sql, ['waiting'], { steps: ['a', 'b'] });
  await expect.poll(() => stepsOf('waiting')).toEqual(['a']);
  const { left } = await stopWorker(first);
  expect(await left).toBe(0);
  await sql`delete from broken`;
  await startWorker(url);

  await expect.poll(() => hasFinished(sql, 'waiting')).toBe(true);
});

test('a run that an old release began goes on with the code of the new one, which has one step more', async () => {
  const { sql, url } = database;
  const old = await startWorker(url);
  const b = await hold('b', 'over a release');
  await startRunsElsewhere(sql, ['over a release'], { steps: ['a', 'b'] });
  await b.reached();
  old.kill('SIGKILL');
  await b.release();
  await startWorker(url, 'longer');

  await expect.poll(() => hasFinished(sql, 'over a release')).toBe(true);
  expect(await stepsOf('over a release')).toEqual(['a', 'b', 'b', 'added']);
});

test('a step that gave up has given up also for the process that takes its run over', async () => {
  const { sql, url } = database;
  const first = await startWorker(url);
  const undo = await hold('undo a', 'rejected');
  await startRunsElsewhere(sql, ['rejected'], { steps: ['a', 'b'], rejected: 'b', undoes: true });
  await undo.reached();
  first.kill('SIGKILL');
  await undo.release();
  await startWorker(url);

  await expect.poll(() => hasFinished(sql, 'rejected')).toBe(true);
  expect(await stepsOf('rejected')).toEqual(['a', 'b', 'b gave up with NAME_TAKEN', 'undo a', 'undo a']);
});

test('processes whose connections break keep their runs, repeat no step that was stored, and are missed when they die', async () => {
  const { sql, url } = database;
  const first = await startWorker(url);
  const b = await hold('b', 'broken off');
  const d = await hold('d', 'broken off');
  await startRunsElsewhere(sql, ['broken off'], { steps: ['a', 'b', 'c', 'd'] });
  await b.reached();
  await startWorker(url);
  const locks = () => sql<{ pid: number }[]>`
    select pid from pg_locks
    where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`;
  const broken = (await locks()).map(({ pid }) => pid);
  expect(broken).toHaveLength(2);
  // Those of durable execution: what workflows ask outside of their steps is theirs to repeat.
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name <> 'postgres.js'`;
  await expect.poll(async () => (await locks()).filter(({ pid }) => !broken.includes(pid)).length).toBe(2);
  await b.release();
  await d.reached();
  first.kill('SIGKILL');
  await d.release();

  await expect.poll(() => hasFinished(sql, 'broken off')).toBe(true);
  const steps = await stepsOf('broken off');
  expect(steps).toEqual([...steps].sort());
});

test('a run of which one process after the other dies is stuck', async () => {
  const { sql, url } = database;
  await startRunsElsewhere(sql, ['deadly'], { steps: ['a', 'b'], deadly: 'b' });
  for (let deaths = 1; deaths <= 2; deaths++) {
    const worker = await startWorker(url, 'saga', { maxDeaths: 1 });
    if (worker.signalCode === null) await once(worker, 'exit');
  }
  await using durable = await openDurable({
    url,
    workflows: { saga: () => Promise.resolve() },
    maxDeaths: 1,
  });

  // Runs of former tests, whose workers were killed at their end, may be stuck as well.
  const found = async () => (await durable.stuck()).filter(({ id }) => id === 'deadly');
  await expect.poll(found).toMatchObject([{ id: 'deadly', code: 'PROCESS_DIED', step: null }]);
  expect(await stepsOf('deadly')).toEqual(['a', 'b', 'b']);
  expect(await durable.resume('deadly')).toBe(true);
  await expect.poll(found).toEqual([]);
});
