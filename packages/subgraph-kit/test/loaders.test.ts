import DataLoader from 'dataloader';
import { expect, test, vi } from 'vitest';
import { createPageLoader } from '../src/loaders/page-loader.ts';
import { createRowLoader, createRowsLoader } from '../src/loaders/row-loader.ts';

interface Row {
  parent: string;
  code: string;
}
const rowsOf = (parent: string, count: number): Row[] =>
  Array.from({ length: count }, (_, i) => ({ parent, code: `${parent}${i}` }));

test('many loads take one query, whatever the order of its rows; what is missing is null', async () => {
  const fetchRows = vi.fn(async () => [{ code: 'b' }, { code: 'a' }]);
  const loader = createRowLoader(({ code }) => code, fetchRows)();

  expect(
    await Promise.all([loader.load('a'), loader.load('none'), loader.load('b'), loader.load('a')]),
  ).toEqual([{ code: 'a' }, null, { code: 'b' }, { code: 'a' }]);
  expect(fetchRows.mock.calls).toEqual([[['a', 'none', 'b']]]);
});

test('a key with many rows gets them in the order of the query; one without gets none', async () => {
  const loader = createRowsLoader<Row>(
    ({ parent }) => parent,
    async () => [...rowsOf('b', 1), ...rowsOf('a', 2).reverse()],
  )();
  expect(await Promise.all([loader.load('a'), loader.load('b'), loader.load('c')])).toEqual([
    rowsOf('a', 2).reverse(),
    rowsOf('b', 1),
    [],
  ]);
});

test('a query never gets more than 1,000 keys', async () => {
  const fetchRows = vi.fn(async (codes: string[]) => codes.map((code) => ({ code })));
  const loader = createRowLoader(({ code }) => code, fetchRows)();
  await Promise.all(Array.from({ length: 2001 }, (_, i) => loader.load(String(i))));
  expect(fetchRows.mock.calls.map(([codes]) => codes.length)).toEqual([1000, 1000, 1]);
});

test('a failed query rejects every key of its batch', async () => {
  const loader = createRowLoader(
    () => '',
    async () => Promise.reject(new Error('lost')),
  )();
  const results = await Promise.allSettled([loader.load('a'), loader.load('b')]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

test('pages with the same arguments take one query, which is asked for a row more than a page holds', async () => {
  const fetchRows = vi.fn(async (parents: string[], limit: number) => [
    ...rowsOf(parents[0]!, limit),
    ...rowsOf(parents[1]!, limit - 1),
  ]);
  const loader = createPageLoader<Row>(({ parent }) => parent, fetchRows)();

  const pages = await Promise.all(
    ['a', 'b', 'c'].map((parent) => loader.load({ parent, first: 2, after: undefined })),
  );
  expect(pages).toEqual([
    { rows: rowsOf('a', 2), hasNextPage: true },
    { rows: rowsOf('b', 2), hasNextPage: false },
    { rows: [], hasNextPage: false },
  ]);
  expect(fetchRows.mock.calls).toEqual([[['a', 'b', 'c'], 3, null]]);
});

test('other arguments take a query of their own; no cursor is the same as a cursor of null', async () => {
  const fetchRows = vi.fn(async () => []);
  const loader = createPageLoader<Row>(({ parent }) => parent, fetchRows)();

  await Promise.all([
    loader.load({ parent: 'a', first: 2 }),
    loader.load({ parent: 'b', first: 2, after: null }),
    loader.load({ parent: 'a', first: 3 }),
    loader.load({ parent: 'a', first: 2, after: 'x' }),
  ]);
  expect(fetchRows.mock.calls).toEqual([
    [['a', 'b'], 3, null],
    [['a'], 4, null],
    [['a'], 3, 'x'],
  ]);
});

test('a malformed cursor spoils the pages that were asked for with it, and no others', async () => {
  const loader = createPageLoader<Row>(
    ({ parent }) => parent,
    async (parents, _limit, after) => {
      if (after) throw new Error('malformed');
      return rowsOf(parents[0]!, 1);
    },
  )();
  const [good, bad] = await Promise.allSettled([
    loader.load({ parent: 'a', first: 5 }),
    loader.load({ parent: 'a', first: 5, after: '?' }),
  ]);
  expect(good).toMatchObject({ status: 'fulfilled', value: { rows: rowsOf('a', 1) } });
  expect(bad).toMatchObject({ status: 'rejected', reason: { message: 'malformed' } });
});

test('a loader is a DataLoader: many keys at once, known rows put in and taken out', async () => {
  const fetchRows = vi.fn(async (codes: string[]) => codes.map((code) => ({ code })));
  const loader = createRowLoader(({ code }) => code, fetchRows)();
  expect(loader).toBeInstanceOf(DataLoader);

  expect(await loader.loadMany(['a', 'b'])).toEqual([{ code: 'a' }, { code: 'b' }]);
  expect(await loader.prime('c', { code: 'primed' }).load('c')).toEqual({ code: 'primed' });
  const again = [loader.clear('a').load('a'), loader.clear('a').load('a')];
  expect(await Promise.all(again)).toEqual([{ code: 'a' }, { code: 'a' }]);
  expect(fetchRows.mock.calls).toEqual([[['a', 'b']], [['a']]]);
});

test('a key is loaded once in a request, also one that failed', async () => {
  const fetchRows = vi.fn(async () => Promise.reject(new Error('lost')));
  const loader = createRowLoader(() => '', fetchRows)();
  await expect(loader.load('a')).rejects.toThrow('lost');
  await expect(loader.load('a')).rejects.toThrow('lost');
  expect(await loader.loadMany(['a'])).toEqual([new Error('lost')]);
  expect(fetchRows).toHaveBeenCalledTimes(1);
});

test('what is cached does not wait for keys that are not', async () => {
  const { promise, resolve } = Promise.withResolvers<{ code: string }[]>();
  const fetchRows = vi.fn(async (codes: string[]) => (codes[0] === 'slow' ? promise : [{ code: 'a' }]));
  const loader = createRowLoader(({ code }) => code, fetchRows)();
  await loader.load('a');

  const slow = loader.load('slow');
  expect(await loader.load('a')).toEqual({ code: 'a' });
  expect(fetchRows).toHaveBeenCalledTimes(1);
  resolve([{ code: 'slow' }]);
  expect(await slow).toEqual({ code: 'slow' });
});
