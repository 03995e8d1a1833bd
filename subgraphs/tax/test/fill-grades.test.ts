import { seedDatabase } from '@yiwang/subgraph-kit';
import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seed } from '../seed/seed.ts';
import { MIGRATIONS, NAME, RIGHTS } from '../src/department.ts';
import { fillGrades } from '../src/fill-grades.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS, RIGHTS);
  await seedDatabase(database.url, NAME, 0.05, seed);
}, 60_000);
afterAll(() => database[Symbol.asyncDispose]());

const options = async () =>
  (
    await database.sql<{ options: string[] }[]>`
      select reloptions as options from pg_class where relname in ('taxpayers_name_grams', 'taxpayers_grades')`
  ).map((row) => row.options);

const wrong = async () => {
  const [row] = await database.sql<{ count: number }[]>`
    select count(*)::int as count from taxpayers where grades is distinct from grade_terms(no)`;
  return row!.count;
};

test('all taxpayers without terms get those of their grades, and their indexes are as before', async () => {
  await database.sql`update taxpayers set grades = null where no % 3 = 0`;
  expect(await wrong()).toBeGreaterThan(100);
  await fillGrades(database.url);
  expect(await wrong()).toBe(0);
  expect(await options()).toEqual([['fastupdate=off'], ['fastupdate=off']]);
});

test('what a killed process has left is ended, also where all are filled', async () => {
  await database.sql`alter index taxpayers_grades set (fastupdate = on, gin_pending_list_limit = 16384)`;
  await database.sql`update taxpayers set grades = grade_terms(no) where no <= 50`;
  await fillGrades(database.url);
  expect(await options()).toEqual([['fastupdate=off'], ['fastupdate=off']]);
  // Nothing is left for the index to sort in.
  const [row] = await database.sql`select gin_clean_pending_list('taxpayers_grades')::int as pages`;
  expect(row!['pages']).toBe(0);
});
