import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../src/index.ts';
import { openTestDatabase, type TestDatabase } from '../testing/index.ts';
import { CASE_MIGRATIONS, until } from './support/open-cases.ts';

// What the driver does when PostgreSQL ends a connection: see src/postgres-repairs.ts.

let test_database: TestDatabase;
/** Of one connection, so that what is said on it is said to the one that takes its place. */
let database: Database;

beforeAll(async () => {
  test_database = await openTestDatabase(CASE_MIGRATIONS);
  database = openDatabase(test_database.url, { connections: 1 });
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await test_database[Symbol.asyncDispose]();
});

async function kill(pid: number): Promise<void> {
  const { sql } = test_database;
  await sql`select pg_terminate_backend(${pid})`;
  await until(async () => (await sql`select 1 from pg_stat_activity where pid = ${pid}`).length === 0);
}

const rows = async () => (await test_database.sql`select key from outbox`).map(({ key }) => key as string);

const insert = (sql: Pick<Database['sql'], 'unsafe'>, key: string) =>
  sql.unsafe(`insert into outbox (topic, key, payload) values ('t', $1, '{}')`, [key]);

test('what is left of a transaction whose connection broke is rejected, and runs nowhere else', async () => {
  const left = Promise.withResolvers<unknown>();
  const transaction = database.sql.begin(async (tx) => {
    const [me] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
    await insert(tx, 'before');
    await kill(me!.pid);
    // The pool has a new connection by now, and somebody uses it.
    while ((await database.sql`select 1`.catch(() => [])).length === 0);
    await insert(tx, 'left').then(() => left.resolve(null), left.resolve);
  });
  await expect(transaction).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
  expect(await left.promise).toMatchObject({ code: 'CONNECTION_CLOSED' });
  expect(await rows()).toEqual([]);
  expect(await database.sql`select 1 as one`).toEqual([{ one: 1 }]);
});

test('connections that are killed at any moment are replaced: nothing is half done, and everything answers again', async () => {
  const pool = openDatabase(test_database.url, { connections: 3 });
  const { sql } = test_database;
  let hasEnded = false;
  const told: string[] = [];

  async function work(worker: number): Promise<void> {
    for (let i = 0; !hasEnded; i++) {
      const key = `${worker}-${i}`;
      const pair = pool.sql.begin(async (tx) => {
        await insert(tx, `${key}-a`);
        if (i % 3 === 0) await sleep(1);
        await Promise.all([insert(tx, `${key}-b`), tx`select 1`]);
      });
      await pair.then(
        () => told.push(key),
        () => {},
      );
      const [answer] = await pool.sql<{ key: string }[]>`select ${key} as key`.catch(() => [{ key }]);
      // No answer belongs to another question.
      expect(answer!.key).toBe(key);
    }
  }

  const workers = [0, 1, 2, 3, 4, 5].map(work);
  // However slow the machine is, some are told between two rounds.
  for (let round = 0; round < 60; round++) {
    const before = told.length;
    await until(async () => told.length > before);
    // Not those of this loop.
    await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query not like '%pg_stat_activity%'
      order by random() limit 2`;
  }
  hasEnded = true;
  await Promise.all(workers);

  for (const answer of await Promise.all(
    Array.from({ length: 20 }, (_, i) => pool.sql`select ${i}::int as i`),
  )) {
    expect(answer).toHaveLength(1);
  }
  const found = new Set(await rows());
  for (const key of told) expect([found.has(`${key}-a`), found.has(`${key}-b`)]).toEqual([true, true]);
  const halves = [...found].filter(
    (key) => !found.has(key.endsWith('-a') ? `${key.slice(0, -1)}b` : `${key.slice(0, -1)}a`),
  );
  expect(halves).toEqual([]);
  expect(told.length).toBeGreaterThanOrEqual(60);
  await pool[Symbol.asyncDispose]();
});
