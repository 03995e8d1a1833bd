import { expect, test, vi } from 'vitest';
import { connectionResolvers } from '../src/pages/connection-resolvers.ts';
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

  expect(resolvers.edges(page).map(({ cursor, node }) => ({ cursor, node }))).toEqual([
    { cursor: 'cursor of a', node: 'a' },
    { cursor: 'cursor of b', node: 'b' },
  ]);
  expect(resolvers.pageInfo(page)).toEqual({ hasNextPage: true, endCursor: 'cursor of b' });
  expect(resolvers.pageInfo({ ...page, rows: [] })).toEqual({ hasNextPage: true, endCursor: null });
  expect(countAll).not.toHaveBeenCalled();
  expect(await resolvers.totalCount(page)).toBe(7);
});
