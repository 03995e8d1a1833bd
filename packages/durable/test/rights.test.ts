import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDurable } from '../src/index.ts';
import { prepareDurable } from '../src/prepare-durable.ts';
import { hasFinished, openSagaDatabase, type SagaDatabase } from './database.ts';
import { createWorkflows } from './workflows.ts';

let database: SagaDatabase;
beforeAll(async () => void (database = await openSagaDatabase()));
afterAll(() => database[Symbol.asyncDispose]());

test('the service role runs sagas, and can neither change, empty nor drop their tables', async () => {
  const { sql, url } = database;
  await using durable = await openDurable({ url, workflows: createWorkflows(sql) });
  await sql.begin((tx) => durable.start(tx, { workflow: 'saga', id: 'served', input: { steps: ['a'] } }));
  durable.wake();
  await expect.poll(() => hasFinished(sql, 'served')).toBe(true);

  for (const statement of [
    'drop table dbos.workflow_status',
    'alter table dbos.workflow_status add column more text',
    'truncate dbos.operation_outputs',
    'create table dbos.more (id int)',
    'drop function dbos.enqueue_workflow',
    'update dbos.dbos_migrations set version = 0',
  ]) {
    await expect(sql.unsafe(statement), statement).rejects.toThrow(/permission denied|must be owner/);
  }
});

test('preparing again changes nothing, while sagas run', async () => {
  const { sql, url, ownerUrl, role } = database;
  await using durable = await openDurable({ url, workflows: createWorkflows(sql) });
  await sql.begin((tx) =>
    durable.start(tx, { workflow: 'saga', id: 'during', input: { steps: ['a', 'b'], ms: 300 } }),
  );
  durable.wake();
  await prepareDurable(ownerUrl, role);
  await expect.poll(() => hasFinished(sql, 'during')).toBe(true);
});

test('a database that was not prepared is an error, and the process may open another one', async () => {
  await using bare = await openSagaDatabase({ isPrepared: false });
  await expect(openDurable({ url: bare.url, workflows: {} })).rejects.toThrow(
    /schema version|was not prepared/,
  );
  await using durable = await openDurable({ url: database.url, workflows: {} });
  expect(await durable.stuck()).toEqual([]);
});

test('with a role, it acts with the rights of that role', async () => {
  const { sql, adminUrl, role } = database;
  const workflows = createWorkflows(sql);
  // May do nothing with these tables.
  await expect(openDurable({ url: adminUrl, role: 'pg_monitor', workflows })).rejects.toThrow(
    'cannot use its tables as pg_monitor',
  );

  await using durable = await openDurable({ url: adminUrl, role, workflows });
  await sql.begin((tx) => durable.start(tx, { workflow: 'saga', id: 'acted', input: { steps: ['a'] } }));
  durable.wake();
  await expect.poll(() => hasFinished(sql, 'acted')).toBe(true);
});

test('a process works on so many steps at once as it is told, while runs that wait take no place', async () => {
  const { sql, url } = database;
  let now = 0;
  let most = 0;
  const busy = async (): Promise<null> => {
    most = Math.max(most, ++now);
    await sleep(50);
    now--;
    return null;
  };
  const failing = async (): Promise<null> => Promise.reject(new Error('not yet'));
  const ended = new Set<string>();
  await using durable = await openDurable({
    url,
    concurrency: 2,
    retry: { firstDelayMs: 600_000, maxDelayMs: 600_000 },
    workflows: {
      waits: (run) => run.step('waits', failing).then(() => {}),
      busy: async (run) => {
        await run.step('busy', busy);
        ended.add(run.id);
      },
    },
  });
  const ids = Array.from({ length: 10 }, (_, i) => `busy-${i}`);
  await sql.begin(async (tx) => {
    for (const id of ids) await durable.start(tx, { workflow: 'waits', id: `waits-${id}`, input: null });
    for (const id of ids) await durable.start(tx, { workflow: 'busy', id, input: null });
  });
  durable.wake();

  await expect.poll(() => ended.size).toBe(10);
  expect(most).toBe(2);
});
