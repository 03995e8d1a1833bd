import type { TestDatabase } from '@yiwang/subgraph-kit/testing';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withoutIndexes } from '../src/prepare/without-indexes.ts';
import { openThings } from './support/open-things.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openThings();
});
afterAll(() => database[Symbol.asyncDispose]());

async function indexesOf(sql: Sql): Promise<string[]> {
  const rows = await sql<{ indexdef: string }[]>`
    select indexdef from pg_indexes where tablename = 'things' order by indexname`;
  return rows.map(({ indexdef }) => indexdef);
}

const load = (work: (sql: Sql) => Promise<void>) =>
  database.sql.begin((transaction) => {
    const sql = transaction as unknown as Sql;
    return withoutIndexes(sql, ['things'], () => work(sql));
  });

test('during the load only the primary key is left; after it every index is back as it was', async () => {
  const before = await indexesOf(database.sql);
  expect(before).toHaveLength(3);

  let during: string[] = [];
  await load(async (sql) => {
    during = await indexesOf(sql);
    await sql`insert into things (code, name, amount) values ('a', 'x', 1)`;
  });

  expect(during).toEqual([expect.stringContaining('things_pkey')]);
  expect(await indexesOf(database.sql)).toEqual(before);
});

test('a load that fails leaves every index as it was', async () => {
  const before = await indexesOf(database.sql);
  await expect(load(() => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk');
  expect(await indexesOf(database.sql)).toEqual(before);
});
