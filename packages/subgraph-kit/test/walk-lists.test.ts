import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { type SeededLists, walkSeededLists } from '../testing/walk-seeded-lists.ts';
import { MIGRATIONS, RIGHTS, seed } from './fixtures/shelves/src/books.ts';

let lists: SeededLists;
beforeAll(async () => {
  lists = await walkSeededLists({
    name: 'shelves',
    directory: fileURLToPath(new URL('fixtures/shelves', import.meta.url)),
    migrations: MIGRATIONS,
    rights: RIGHTS,
    seed,
  });
});

const requestsOf = (coordinate: string) =>
  lists.reports.find((report) => report.coordinate === coordinate)!.requests.map(({ document }) => document);

test('a list that sorts its whole table, and a filter that throws away most of what is read, are found', () => {
  expect(lists.slow.map(({ list }) => list)).toEqual(['Query.booksByPages', 'Query.booksOfColour']);
  expect(lists.slow[0]!.sql).toContain('order by pages');
});

test('a list whose filters are ranges of an index, or compared in it, is not reported', () => {
  expect(requestsOf('Query.books').length).toBeGreaterThan(5);
});

test('each filter is given frequent, rare and absent values of the data, alone and in pairs', () => {
  const documents = requestsOf('Query.books');
  expect(documents).toContainEqual(expect.stringMatching(/filter: \{ shelf: "shelf \d+" \}/));
  expect(documents).toContainEqual(expect.stringContaining('filter: { colour: "rare" }'));
  expect(documents).toContainEqual(expect.stringContaining('filter: { colour: "龘龘" }'));
  expect(documents).toContainEqual(
    expect.stringMatching(/filter: \{ shelf: "shelf \d+", colour: "(red|green|blue)" \}/),
  );
});

test('a filter for which there is no value is reported, not passed over', () => {
  expect(lists.unwalked).toEqual(['Query.booksOfMood mood: the data has no value for it']);
});
