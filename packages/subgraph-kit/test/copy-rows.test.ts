import type { TestDatabase } from '@yiwang/subgraph-kit/testing';
import fc from 'fast-check';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type CopyValue, copyRows } from '../src/prepare/copy-rows.ts';
import { openThings } from './support/open-things.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openThings();
});
beforeEach(() => database.sql`truncate things`);
afterAll(() => database[Symbol.asyncDispose]());

/** In a transaction that has emptied the table, as seeds call it. */
function copy(
  columns: string[],
  rows: Iterable<CopyValue[]>,
  onRows?: (count: number) => void,
): Promise<number> {
  return database.sql.begin(async (sql) => {
    await sql`truncate things`;
    return copyRows(sql as unknown as Sql, 'things', columns, rows, onRows);
  }) as Promise<number>;
}

const text = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom('\t', '\n', '\r', '\\', '"', '{', '}', ',', 'N', '.', '政', '🏛', '\u0001'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
  })
  .filter((value) => !value.includes('\0') && value.isWellFormed());

test('any text and any list of texts comes back from the table as it went in', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(text, fc.option(fc.array(text))), { minLength: 1 }),
      async (values) => {
        await database.sql`truncate things`;
        await copy(
          ['code', 'name', 'tags'],
          values.map(([name, tags], i) => [String(i).padStart(4, '0'), name, tags]),
        );
        const rows = await database.sql`select name, tags from things order by code`;
        expect(rows.map(({ name, tags }) => [name, tags])).toEqual(values);
      },
    ),
    { numRuns: 50 },
  );
});

test('the text \\N is a text, and null is null', async () => {
  await copy(['code', 'name', 'amount'], [['a', '\\N', null]]);
  expect(await database.sql`select name, amount from things`).toMatchObject([{ name: '\\N', amount: null }]);
});

test('more rows than a chunk holds are written, and the count grows to their number', async () => {
  const counts: number[] = [];
  const rows = Array.from({ length: 20_000 }, (_, i) => [`c${i}`, '政'.repeat(50)]);
  expect(await copy(['code', 'name'], rows, (count) => counts.push(count))).toBe(20_000);
  expect(counts.length).toBeGreaterThan(2);
  expect(counts.at(-1)).toBe(20_000);
  expect(await database.sql`select count(*)::int as count from things`).toEqual([{ count: 20_000 }]);
});

const many = Array.from({ length: 50_000 }, (_, i) => [`c${i}`, '政'.repeat(50)]);

test.each<[what: string, rows: CopyValue[][], reason: RegExp]>([
  [
    'a key that comes twice',
    [
      ['a', 'x'],
      ['a', 'y'],
    ],
    /duplicate key/,
  ],
  ['a value that must not be null', [['a', null]], /null value in column "name"/],
  ['a row with a value too many', [['a', 'b', 'c']], /extra data/],
  ['the character U+0000', [['a', 'b\0']], /invalid byte sequence/],
  ['a fault in the first of many chunks', [['a', null], ...many], /null value in column "name"/],
])('%s rejects with the reason, stores nothing, and the connection goes on', async (_what, rows, reason) => {
  await expect(copy(['code', 'name'], rows)).rejects.toThrow(reason);
  expect(await copy(['code', 'name'], [['after', 'it']])).toBe(1);
  expect(await database.sql`select code from things`).toEqual([{ code: 'after' }]);
});

test('a generator that throws rejects with its own error, and stores nothing', async () => {
  function* rows(): Generator<CopyValue[]> {
    yield ['a', 'x'];
    throw new Error('no more rows');
  }
  await expect(copy(['code', 'name'], rows())).rejects.toThrow('no more rows');
  expect(await database.sql`select code from things`).toEqual([]);
});

test('a table that does not exist rejects', async () => {
  await expect(
    database.sql.begin((sql) => copyRows(sql as unknown as Sql, 'nothing', ['a'], [['b']])),
  ).rejects.toThrow(/"nothing" does not exist/);
});
