import type { TestDatabase } from '@yiwang/subgraph-kit/testing';
import { and, type SQL, sql } from 'drizzle-orm';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { defineKeyset } from '../src/pages/keyset.ts';
import { prepareSearch } from '../src/loaders/prepare-search.ts';
import { openThings } from './support/open-things.ts';

const letters = pgTable('letters', { code: text().notNull() });
const cursor = defineKeyset('letters', ['text']);

let database: TestDatabase;
let find: (matching: SQL | undefined, limit: number, after?: string) => Promise<string[]>;
beforeAll(async () => {
  database = await openThings();
  await database.sql`create table letters as select unnest(string_to_array('a,b,c,d,e', ',')) as code`;
  const search = prepareSearch<{ code: string }>(cursor, (matching, { limit, after }) =>
    database.db
      .select()
      .from(letters)
      .where(and(matching, after ? sql`${letters.code} > ${after[0]}::text` : undefined))
      .orderBy(letters.code)
      .limit(limit),
  );
  find = async (matching, limit, after) => (await search(matching, limit, after)).map(({ code }) => code);
});
beforeEach(() => database.forgetStatements());
afterAll(() => database[Symbol.asyncDispose]());

test('pages of all rows that are asked for at the same moment are one statement, whatever their sizes', async () => {
  expect(await Promise.all([find(undefined, 1), find(undefined, 3), find(undefined, 2)])).toEqual([
    ['a'],
    ['a', 'b', 'c'],
    ['a', 'b'],
  ]);
  expect(database.statements).toHaveLength(1);
});

test('pages behind different rows are statements of their own', async () => {
  const [b, c] = [cursor.encode(['b']), cursor.encode(['c'])];
  expect(await Promise.all([find(undefined, 2, b), find(undefined, 1, c), find(undefined, 1, b)])).toEqual([
    ['c', 'd'],
    ['d'],
    ['c'],
  ]);
  expect(database.statements).toHaveLength(2);
});

test('a list with conditions is nobody else’s', async () => {
  const matching = sql`${letters.code} <> 'a'`;
  expect(await Promise.all([find(matching, 1), find(undefined, 1), find(matching, 2)])).toEqual([
    ['b'],
    ['a'],
    ['b', 'c'],
  ]);
  expect(database.statements).toHaveLength(3);
});

test('a cursor that was not made by the list is MALFORMED_CURSOR for who sent it alone', async () => {
  const [good, bad] = await Promise.allSettled([find(undefined, 1), find(undefined, 1, 'x')]);
  expect(good).toMatchObject({ value: ['a'] });
  expect(bad).toMatchObject({ reason: { extensions: { code: 'MALFORMED_CURSOR' } } });
});
