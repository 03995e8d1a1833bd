import { drizzle } from 'drizzle-orm/postgres-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Durable, openDurable } from '../src/index.ts';
import { callsOf, hasFinished, openSagaDatabase, type SagaDatabase } from './database.ts';
import { createWorkflows } from './workflows.ts';

let database: SagaDatabase;
let durable: Durable;
const warnings: Error[] = [];
process.on('warning', (warning) => warnings.push(warning));

beforeAll(async () => {
  database = await openSagaDatabase();
  // What starts within the time of a test was woken.
  durable = await openDurable({
    url: database.url,
    workflows: createWorkflows(database.sql),
    pollMs: 3_600_000,
  });
});
afterAll(async () => {
  await durable[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const start = (id: string, steps: string[]) =>
  database.sql.begin((tx) => durable.start(tx, { workflow: 'saga', id, input: { steps } }));

test('a run that was started runs its steps in order when it is woken', async () => {
  await start('ordinary', ['a', 'b', 'c']);
  durable.wake();

  await expect.poll(() => hasFinished(database.sql, 'ordinary')).toBe(true);
  expect((await callsOf(database.sql, 'ordinary')).map(({ step }) => step)).toEqual(['a', 'b', 'c']);
});

test('the same id twice is one run, whether the first is running or has finished', async () => {
  await Promise.all([start('twice', ['a']), start('twice', ['b'])]);
  durable.wake();
  await expect.poll(() => hasFinished(database.sql, 'twice')).toBe(true);
  await start('twice', ['c']);
  await start('after twice', ['a']);
  durable.wake();

  await expect.poll(() => hasFinished(database.sql, 'after twice')).toBe(true);
  expect(await callsOf(database.sql, 'twice')).toHaveLength(1);
});

test('a start that is rolled back with its transaction leaves no run', async () => {
  const failure = new Error('rolled back');
  const rolledBack = database.sql.begin(async (tx) => {
    await durable.start(tx, { workflow: 'saga', id: 'rolled back', input: { steps: ['a'] } });
    throw failure;
  });
  await expect(rolledBack).rejects.toBe(failure);
  durable.wake();
  await start('after rolled back', ['a']);
  durable.wake();

  await expect.poll(() => hasFinished(database.sql, 'after rolled back')).toBe(true);
  expect(await callsOf(database.sql, 'rolled back')).toEqual([]);
});

test('a run starts in a transaction of Drizzle, which changes how its driver writes JSON', async () => {
  const db = drizzle(database.sql);
  const input = { steps: ['a'], note: 'quotes " and \\ and 一件事' };
  await db.transaction((tx) => durable.start(tx, { workflow: 'saga', id: 'of drizzle', input }));
  // The driver is another one now also for transactions of its own.
  await database.sql.begin((tx) => durable.start(tx, { workflow: 'saga', id: 'beside drizzle', input }));
  durable.wake();

  await expect.poll(() => hasFinished(database.sql, 'of drizzle')).toBe(true);
  await expect.poll(() => hasFinished(database.sql, 'beside drizzle')).toBe(true);
});

test('a run that is started while the process has plenty to do begins when its turn comes', async () => {
  const ids = Array.from({ length: 48 }, (_, i) => `plenty ${i}`);
  await database.sql.begin((tx) =>
    Promise.all(
      ids.map((id) => durable.start(tx, { workflow: 'saga', id, input: { steps: ['a'], ms: 100 } })),
    ),
  );
  durable.wake();
  await expect.poll(async () => (await callsOf(database.sql, 'plenty 0')).length).toBe(1);
  await start('while there is plenty', ['a']);
  durable.wake();

  await expect.poll(() => hasFinished(database.sql, 'while there is plenty')).toBe(true);
  await expect.poll(() => hasFinished(database.sql, 'plenty 47')).toBe(true);
});

test('a workflow that this process does not have, and an empty id, are errors', async () => {
  const starting = (workflow: string, id: string) =>
    database.sql.begin((tx) => durable.start(tx, { workflow, id, input: null }));

  await expect(starting('unknown', 'x')).rejects.toThrow('There is no workflow "unknown".');
  await expect(starting('toString', 'x')).rejects.toThrow('There is no workflow "toString".');
  await expect(starting('saga', '')).rejects.toThrow('A run must have an id.');
});

test('a process opens it once at a time', async () => {
  await expect(openDurable({ url: database.url, workflows: {} })).rejects.toThrow(
    'open in this process already',
  );
});

test('many runs at once make the process warn of nothing', async () => {
  const ids = Array.from({ length: 20 }, (_, index) => `at once ${index}`);
  await Promise.all(ids.map((id) => start(id, ['a', 'b'])));
  durable.wake();
  await Promise.all(ids.map((id) => expect.poll(() => hasFinished(database.sql, id)).toBe(true)));
  expect(warnings).toEqual([]);
});
