import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDurable } from '../src/index.ts';
import { callsOf, hasFinished, openSagaDatabase, type SagaDatabase } from './database.ts';
import { startRunsElsewhere } from './starter.ts';
import { startWorker } from './workers.ts';

/** Generous, and less than any time-out of claims would be. */
const MAX_SECONDS = 10;

let database: SagaDatabase;
beforeAll(async () => void (database = await openSagaDatabase()));
afterAll(() => database[Symbol.asyncDispose]());

test('a process that stops ends its step, and another one goes on with the next at once', async () => {
  const { sql, url } = database;
  const first = await startWorker(url);
  await startRunsElsewhere(sql, ['handed over'], { steps: ['a', 'b', 'c'], ms: 1500 });
  await expect.poll(async () => (await callsOf(sql, 'handed over')).length).toBe(2);
  const second = await startWorker(url);
  const left = once(first, 'exit');
  first.kill('SIGTERM');
  expect(await left).toEqual([0, null]);

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
  await expect.poll(async () => (await callsOf(sql, 'waiting')).length).toBe(1);
  await sql`delete from broken`;
  const left = once(first, 'exit');
  first.kill('SIGTERM');
  expect(await left).toEqual([0, null]);
  await startWorker(url);

  await expect.poll(() => hasFinished(sql, 'waiting')).toBe(true);
});

test('a run that an old release began goes on with the code of the new one, which has one step more', async () => {
  const { sql, url } = database;
  const old = await startWorker(url);
  await startRunsElsewhere(sql, ['over a release'], { steps: ['a', 'b'], ms: 700 });
  await expect.poll(async () => (await callsOf(sql, 'over a release')).length).toBe(2);
  old.kill('SIGKILL');
  await startWorker(url, 'longer');

  await expect.poll(() => hasFinished(sql, 'over a release')).toBe(true);
  expect((await callsOf(sql, 'over a release')).map(({ step }) => step)).toEqual(['a', 'b', 'b', 'added']);
});

test('a step that gave up has given up also for the process that takes its run over', async () => {
  const { sql, url } = database;
  const first = await startWorker(url);
  await startRunsElsewhere(sql, ['rejected'], { steps: ['a', 'b'], ms: 700, rejected: 'b', undoes: true });
  await expect.poll(async () => (await callsOf(sql, 'rejected')).at(-1)?.step).toBe('undo a');
  first.kill('SIGKILL');
  await startWorker(url);

  await expect.poll(() => hasFinished(sql, 'rejected')).toBe(true);
  expect((await callsOf(sql, 'rejected')).map(({ step }) => step)).toEqual([
    'a',
    'b',
    'b gave up with NAME_TAKEN',
    'undo a',
    'undo a',
  ]);
});

test('processes whose connections break keep their runs, repeat no step that was stored, and are missed when they die', async () => {
  const { sql, url } = database;
  const first = await startWorker(url);
  await startRunsElsewhere(sql, ['broken off'], { steps: ['a', 'b', 'c', 'd'], ms: 1200 });
  await expect.poll(async () => (await callsOf(sql, 'broken off')).length).toBe(2);
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
  await expect.poll(async () => (await callsOf(sql, 'broken off')).at(-1)?.step).toBe('d');
  first.kill('SIGKILL');

  await expect.poll(() => hasFinished(sql, 'broken off')).toBe(true);
  const steps = (await callsOf(sql, 'broken off')).map(({ step }) => step);
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

  await expect
    .poll(() => durable.stuck())
    .toMatchObject([{ id: 'deadly', code: 'PROCESS_DIED', step: null }]);
  expect((await callsOf(sql, 'deadly')).map(({ step }) => step)).toEqual(['a', 'b', 'b']);
  expect(await durable.resume('deadly')).toBe(true);
  await expect.poll(() => durable.stuck()).toEqual([]);
});
