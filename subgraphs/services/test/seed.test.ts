import { seedDatabase } from '@yiwang/subgraph-kit';
import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seed } from '../seed/seed.ts';
import { MIGRATIONS, NAME } from '../src/department.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  await seedDatabase(database.url, NAME, 0.05, seed);
});
afterAll(() => database[Symbol.asyncDispose]());

test('a larger population begins with the smaller one', async () => {
  const [small, large] = await Promise.all([seed.tables(0.01), seed.tables(0.02)]);
  const rows = [...small[0]!.rows];
  expect([...large[0]!.rows].slice(0, rows.length)).toEqual(rows);
});

test('about one enterprise in ten has a record, issued after it was registered', async () => {
  const [row] = await database.sql<{ count: number; sources: string[] }[]>`
    select count(*)::int as count, array_agg(distinct source) as sources from records`;
  expect(row!.count).toBeGreaterThan(60);
  expect(row!.count).toBeLessThan(140);
  expect(row!.sources).toEqual(['GENERATED']);
});
