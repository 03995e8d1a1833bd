import type { TestDatabase } from '@yiwang/subgraph-kit/testing';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runMigration } from '../src/database/run-migration.ts';
import { openThings } from './support/open-things.ts';

let database: TestDatabase;
let sql: Sql;
beforeAll(async () => {
  database = await openThings();
  ({ sql } = database);
  await sql`insert into things (code, name) select 'c' || i, 'name' from generate_series(1, 100) i`;
});
afterAll(() => database[Symbol.asyncDispose]());

let made = Date.now();
const migration = (...statements: string[]) => ({
  sql: statements,
  bps: true,
  folderMillis: ++made,
  hash: `hash-${made}`,
});
const isRecorded = async (hash: string) =>
  (await sql`select from drizzle.__drizzle_migrations where hash = ${hash}`).length === 1;
const isValid = async (index: string) =>
  (await sql`select indisvalid from pg_index where indexrelid = to_regclass(${index})`)[0]?.['indisvalid'];

test('a migration that cannot lock its table gives way to requests, and runs when the table is free', async () => {
  const added = migration('alter table things add column added text');
  const free = Promise.withResolvers<void>();
  const reading = Promise.withResolvers<void>();
  const reader = sql.begin(async (tx) => {
    await tx`select count(*) from things`;
    reading.resolve();
    await free.promise;
  });
  await reading.promise;
  const migrated = runMigration(sql, added, { lockTimeoutMs: 30, patienceMs: 600_000 });
  // Waits behind the migration at most as long as that waits: not until the reader has ended.
  for (const code of ['c1', 'c2', 'c3'])
    expect(await sql`select code from things where code = ${code}`).toEqual([{ code }]);
  expect(await isRecorded(added.hash)).toBe(false);
  free.resolve();
  await reader;
  await migrated;
  expect(await sql`select added from things limit 1`).toEqual([{ added: null }]);
  expect(await isRecorded(added.hash)).toBe(true);
});

test('a migration that gets no lock in time says so, and has changed nothing, in none of its statements', async () => {
  const changed = migration('create table other (id int)', 'alter table things add column never text');
  await sql.begin(async (tx) => {
    await tx`select count(*) from things`;
    await expect(runMigration(sql, changed, { lockTimeoutMs: 10, patienceMs: 0 })).rejects.toThrow(
      'A migration could not lock its tables within 0 s',
    );
  });
  expect(await sql`select to_regclass('other') as other`).toEqual([{ other: null }]);
  expect(await isRecorded(changed.hash)).toBe(false);
});

test('an index is built while rows are written, and one that was left half built is built anew', async () => {
  // A unique index over rows that are not unique fails, and stays behind, invalid.
  await sql`create unique index concurrently things_found on things (name)`.catch(() => {});
  expect(await isValid('things_found')).toBe(false);

  const indexed = migration(
    '-- For searches.\nCREATE INDEX CONCURRENTLY IF NOT EXISTS "things_found" ON "things" ("name");',
  );
  await runMigration(sql, indexed);
  expect(await isValid('things_found')).toBe(true);
  expect(await isRecorded(indexed.hash)).toBe(true);

  // As after a process that was killed before it could record the migration.
  await runMigration(sql, migration(...indexed.sql));
  expect(await isValid('things_found')).toBe(true);
});

test.each([
  ['create index concurrently things_more on things (name)'],
  ['create index concurrently if not exists a on things (name); drop table things'],
  ['create index concurrently if not exists a on things (name)', 'alter table things add column more text'],
])('a migration that could not be run once more is refused before it runs: %s', async (...statements) => {
  const refused = migration(...statements);
  await expect(runMigration(sql, refused)).rejects.toThrow('may hold nothing but');
  expect(await isRecorded(refused.hash)).toBe(false);
  expect(await sql`select to_regclass('things_more') as more, to_regclass('a') as a`).toEqual([
    { more: null, a: null },
  ]);
});
