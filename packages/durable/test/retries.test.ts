import { afterAll, beforeAll, expect, test } from 'vitest';
import { countRuns, type Durable, openDurable, type RetrySettings } from '../src/index.ts';
import { removeFinished } from '../src/remove-finished.ts';
import { callsOf, hasFinished, openSagaDatabase, type SagaDatabase } from './database.ts';
import { startRunsElsewhere } from './starter.ts';
import { createWorkflows, type Script } from './workflows.ts';

const RETRY: RetrySettings = { maxAttempts: 4, firstDelayMs: 100, factor: 2, maxDelayMs: 10_000 };
let database: SagaDatabase;
let durable: Durable;

beforeAll(async () => {
  database = await openSagaDatabase();
  durable = await openDurable({ url: database.url, workflows: createWorkflows(database.sql), retry: RETRY });
});
afterAll(async () => {
  await durable[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

async function start(id: string, script: Script, retry: Partial<RetrySettings> = {}): Promise<void> {
  await database.sql.begin((tx) => durable.start(tx, { workflow: 'saga', id, input: { ...script }, retry }));
  durable.wake();
}

const stuck = async (id: string) => (await durable.stuck()).find((run) => run.id === id);

test('a step that fails is attempted again, after waits that grow', async () => {
  await start('flaky', { steps: ['a', 'b'], failures: 3 });
  await expect.poll(() => hasFinished(database.sql, 'flaky')).toBe(true);

  const calls = await callsOf(database.sql, 'flaky');
  expect(calls.map(({ step, attempt }) => `${step}${attempt}`)).toEqual([
    'a1',
    'a2',
    'a3',
    'a4',
    'b1',
    'b2',
    'b3',
    'b4',
  ]);
  const waits = calls.slice(1, 4).map(({ at }, i) => at.getTime() - calls[i]!.at.getTime());
  expect(waits[0]).toBeGreaterThanOrEqual(95);
  expect(waits[1]).toBeGreaterThanOrEqual(195);
  expect(waits[2]).toBeGreaterThanOrEqual(395);
});

test('waits have jitter: runs that fail together do not come back together', async () => {
  const ids = Array.from({ length: 8 }, (_, i) => `jitter-${i}`);
  await Promise.all(ids.map((id) => start(id, { steps: ['a'], failures: 1 }, { firstDelayMs: 1000 })));
  for (const id of ids) await expect.poll(() => hasFinished(database.sql, id)).toBe(true);

  const waits = await Promise.all(
    ids.map(async (id) => {
      const [first, second] = await callsOf(database.sql, id);
      return second!.at.getTime() - first!.at.getTime();
    }),
  );
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(995);
  // Of eight between 1 and 2 s, by chance all are within 100 ms of each other once in ten million times.
  expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(100);
});

test('a run whose attempts are used up is stuck, is listed, and goes on with the same step when it is resumed', async () => {
  await database.sql`insert into broken (step) values ('tax')`;
  const before = Date.now();
  await start('outage', { steps: ['name', 'tax', 'seal'] }, { maxAttempts: 2, firstDelayMs: 10 });
  await expect
    .poll(() => stuck('outage'))
    .toMatchObject({
      workflow: 'saga',
      id: 'outage',
      step: 'tax',
      attempts: 2,
      code: 'STEP_FAILED',
      message: 'tax is broken.',
    });
  const { since } = (await stuck('outage'))!;
  expect(Math.abs(since.getTime() - before)).toBeLessThan(60_000);
  expect(await hasFinished(database.sql, 'outage')).toBe(false);

  expect(await durable.resume('outage')).toBe(true);
  await expect.poll(async () => (await callsOf(database.sql, 'outage')).length).toBe(5);
  await expect.poll(async () => (await stuck('outage'))?.attempts).toBe(2);

  await database.sql`delete from broken`;
  expect(await durable.resume('outage')).toBe(true);
  await expect.poll(() => hasFinished(database.sql, 'outage')).toBe(true);
  expect((await callsOf(database.sql, 'outage')).map(({ step }) => step)).toEqual([
    'name',
    'tax',
    'tax',
    'tax',
    'tax',
    'tax',
    'seal',
  ]);
  expect(await stuck('outage')).toBeUndefined();
  expect(await durable.resume('outage')).toBe(false);
  expect(await durable.resume('no such run')).toBe(false);
});

test('a step that gives up is not attempted again, and its run is stuck when the workflow does not catch it', async () => {
  await start('rejected', { steps: ['name', 'tax'], rejected: 'tax' });

  await expect
    .poll(() => stuck('rejected'))
    .toMatchObject({
      step: 'tax',
      attempts: 1,
      code: 'NAME_TAKEN',
      message: 'tax was rejected.',
    });
  expect(await callsOf(database.sql, 'rejected')).toHaveLength(2);
});

test('a workflow that catches a step that gave up undoes what it did', async () => {
  await start('undone', { steps: ['name', 'seal', 'tax'], rejected: 'tax', undoes: true });

  await expect.poll(() => hasFinished(database.sql, 'undone')).toBe(true);
  expect((await callsOf(database.sql, 'undone')).map(({ step }) => step)).toEqual([
    'name',
    'seal',
    'tax',
    'tax gave up with NAME_TAKEN',
    'undo seal',
    'undo name',
  ]);
});

test('a run that fails outside of its steps is stuck, and keeps their results when it is resumed', async () => {
  await database.sql`insert into broken (step) values ('after outside')`;
  await start('outside', { steps: ['a', 'b'] });
  await expect
    .poll(() => stuck('outside'))
    .toMatchObject({
      step: null,
      code: 'WORKFLOW_FAILED',
      message: 'It stumbled.',
    });

  await database.sql`delete from broken`;
  expect(await durable.resume('outside')).toBe(true);
  await expect.poll(() => hasFinished(database.sql, 'outside')).toBe(true);
  expect((await callsOf(database.sql, 'outside')).map(({ step }) => step)).toEqual(['a', 'b']);
});

test('runs that ended well are removed after their time, with their ids; those that are stuck stay', async () => {
  await start('kept', { steps: ['a'], rejected: 'a' });
  await start('removed', { steps: ['a'] });
  await expect.poll(() => hasFinished(database.sql, 'removed')).toBe(true);
  await expect.poll(() => stuck('kept')).toBeDefined();

  await removeFinished(1);
  await start('removed', { steps: ['a'] });
  await start('after', { steps: ['a'] });
  await expect.poll(() => hasFinished(database.sql, 'after')).toBe(true);
  expect(await callsOf(database.sql, 'removed')).toHaveLength(1);

  await removeFinished(1, new Date(Date.now() + 2 * 3_600_000));
  await start('removed', { steps: ['a'] });
  await expect.poll(async () => (await callsOf(database.sql, 'removed')).length).toBe(2);
  expect(await stuck('kept')).toBeDefined();
});

test('runs that are stuck, and those that are due with the age of the oldest, are counted', async () => {
  // No process runs them here, so that nothing else changes the counts.
  await using apart = await openSagaDatabase();
  const { sql } = apart;
  expect(await countRuns(sql)).toEqual({ due: 0, stuck: 0, oldestDueSeconds: 0 });
  await startRunsElsewhere(sql, ['due', 'stuck', 'dead', 'done'], { steps: ['a'] });
  for (const [id, status] of Object.entries({
    stuck: 'ERROR',
    dead: 'MAX_RECOVERY_ATTEMPTS_EXCEEDED',
    done: 'SUCCESS',
  }))
    await sql`update dbos.workflow_status set status = ${status} where workflow_uuid = ${id}`;
  const { oldestDueSeconds, ...counts } = await countRuns(sql);
  expect(counts).toEqual({ due: 1, stuck: 2 });
  expect(oldestDueSeconds).toBeGreaterThan(0);
});
