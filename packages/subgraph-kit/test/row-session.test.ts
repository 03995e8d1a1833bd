import type { TestDatabase } from '@yiwang/subgraph-kit/testing';
import { eq, sql } from 'drizzle-orm';
import { bigint, customType, date, integer, jsonb, numeric, pgTable, text } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/postgres-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openThings } from './support/open-things.ts';

const doubled = customType<{ data: number; driverData: string }>({
  dataType: () => 'text',
  fromDriver: (value) => Number(value) * 2,
});

const kinds = pgTable('kinds', {
  id: bigint({ mode: 'number' }).primaryKey(),
  parentId: bigint('parent_id', { mode: 'number' }),
  name: text(),
  small: integer(),
  exact: numeric(),
  day: date({ mode: 'string' }),
  moment: date({ mode: 'date' }),
  json: jsonb(),
  own: doubled(),
  words: text().array(),
});

let database: TestDatabase;
beforeAll(async () => {
  database = await openThings();
  await database.sql`create table kinds (id bigint, parent_id bigint, name text, small int, exact numeric,
    day date, moment date, json jsonb, own text, words text[])`;
  await database.sql`insert into kinds values
    (9007199254740991, 1, 'a', 7, 1234567890.10, '2020-02-29', '2020-02-29', '{"a": [1]}', '21', '{x,NULL}'),
    (1, null, null, null, null, null, null, null, null, null)`;
});
afterAll(() => database[Symbol.asyncDispose]());

test('rows have the values that Drizzle reads: of every kind of column, null, and expressions', async () => {
  const theirs = drizzle(database.sql);
  for (const select of [
    (db: typeof theirs) => db.select().from(kinds).orderBy(kinds.id),
    (db: typeof theirs) => {
      const page = db.select().from(kinds).limit(5).as('page');
      return db.select({ ...page._.selectedFields, one: sql<number>`1`.as('one') }).from(page);
    },
    (db: typeof theirs) => db.select({ n: sql`count(*)`.mapWith(Number), text: sql`'x'` }).from(kinds),
  ]) {
    expect(await select(database.db as typeof theirs)).toEqual(await select(theirs));
  }
});

test('rows of a join that are selected whole stay nested', async () => {
  const rows = await database.db
    .select({ name: kinds.name, nested: { id: kinds.id, day: kinds.day } })
    .from(kinds)
    .where(eq(kinds.name, 'a'));
  expect(rows).toEqual([{ name: 'a', nested: { id: 9_007_199_254_740_991, day: '2020-02-29' } }]);
});

test('a select with a name is prepared once for a connection; one without is planned with its values', async () => {
  const byId = database.db
    .select({ named: kinds.id })
    .from(kinds)
    .where(eq(kinds.id, sql.placeholder('id')))
    .prepare('by_id');
  for (const id of [1, 1, 9_007_199_254_740_991]) expect(await byId.execute({ id })).toEqual([{ named: id }]);
  await database.db.select({ unnamed: kinds.small }).from(kinds).where(eq(kinds.id, 1));

  const prepared =
    await database.sql`select statement from pg_prepared_statements where statement like 'select "%kinds%'`;
  expect(prepared.map(({ statement }) => statement)).toEqual([
    'select "id" from "kinds" where "kinds"."id" = $1',
  ]);
});
