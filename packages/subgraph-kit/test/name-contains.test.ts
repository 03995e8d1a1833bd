import { PgDialect, pgTable, text } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { inRange } from '../src/database/conditions.ts';
import { nameContains } from '../src/database/name-contains.ts';

const things = pgTable('things', { name: text() });
const dialect = new PgDialect();

test.each([
  ['桥', ['桥']],
  ['京桥', ['京桥']],
  ['京桥集', ['京桥', '桥集']],
  // A character outside the basic plane is one character, not two.
  ['𠮷野', ['𠮷野']],
])('the index is asked for the pairs of neighbours in %s', (term, grams) => {
  const { sql, params } = dialect.sqlToQuery(nameContains(things.name, term));
  expect(sql).toBe('name_grams("things"."name") @> $1::text[] and strpos("things"."name", $2) > 0');
  expect(params).toEqual([grams, term]);
});

test('a range holds its beginning and not its end', () => {
  const { sql, params } = dialect.sqlToQuery(inRange(things.name, { from: '32', to: '32:' }));
  expect(sql).toBe('("things"."name" >= $1 and "things"."name" < $2)');
  expect(params).toEqual(['32', '32:']);
});
