import { expect, test, vi } from 'vitest';
import { bindConnection, connectionResolvers } from '../src/pages/connection-resolvers.ts';
import { checkPageSize, toPage } from '../src/pages/page.ts';

test.each([1, 20, 100])('a page of %i is allowed', (first) => {
  expect(() => checkPageSize(first)).not.toThrow();
});

test.each([0, -1, 101, 2_147_483_647])('a page of %i is refused, with the limits', (first) => {
  expect(() => checkPageSize(first)).toThrow(
    expect.objectContaining({
      message: `first must be between 1 and 100; it is ${first}.`,
      extensions: { code: 'INVALID_ARGUMENT', argument: 'first', minimum: 1, maximum: 100 },
    }),
  );
});

test('a page is cut to its size, and the row too many tells of a next page', () => {
  expect(toPage(['a', 'b', 'c'], 2)).toEqual({ rows: ['a', 'b'], hasNextPage: true });
  expect(toPage(['a', 'b'], 2)).toEqual({ rows: ['a', 'b'], hasNextPage: false });
  expect(toPage([], 2)).toEqual({ rows: [], hasNextPage: false });
});

test('a connection shows each row with its cursor, ends at the last, and counts only when asked', async () => {
  const resolvers = connectionResolvers<string>((row) => `cursor of ${row}`);
  const countAll = vi.fn(async () => 7);
  const page = { rows: ['a', 'b'], hasNextPage: true, countAll };
  bindConnection(page, (cursor) => `sealed ${cursor}`);

  expect(resolvers.edges(page).map(({ cursor, node }) => ({ cursor, node }))).toEqual([
    { cursor: 'sealed cursor of a', node: 'a' },
    { cursor: 'sealed cursor of b', node: 'b' },
  ]);
  expect(resolvers.pageInfo(page)).toMatchObject({ hasNextPage: true, endCursor: 'sealed cursor of b' });
  expect(resolvers.pageInfo({ ...page, rows: [] })).toMatchObject({ hasNextPage: true, endCursor: null });
  expect(countAll).not.toHaveBeenCalled();
  expect(await resolvers.totalCount(page)).toBe(7);
});

test('a cursor is written by a field that binds it, or not at all', () => {
  const { edges } = connectionResolvers<string>((row) => row);
  const [edge] = edges({ rows: ['secret'], hasNextPage: false, countAll: async () => 1 });
  expect(() => edge!.cursor).toThrow('must take `after`');
});
