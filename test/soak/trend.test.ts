import { expect, test } from 'vitest';
import { describeGrowth } from './describe-growth.ts';
import { lowestOf, trendOf } from './trend.ts';
import type { Series } from './watch-system.ts';

const MINUTE = 60_000;
/** A heap that is collected now and then, and keeps so many MiB more each minute. */
const heap = (kept: number) =>
  Array.from({ length: 120 }, (_, i) => ({ at: i * 10_000, value: 50 + (kept * i) / 6 + (i % 7) * 5 }));

test('the line through samples says by how much they grow in an hour', () => {
  const trend = trendOf([0, 1, 2].map((n) => ({ at: n * MINUTE, value: 10 + n })));
  expect(trend).toEqual({ from: 10, to: 12, perHour: 60, mean: 11 });
});

test('the lowest sample of each span leaves out what is not collected yet', () => {
  const low = lowestOf(heap(0), 2 * MINUTE);
  expect(low.every(({ value }) => value === 50)).toBe(true);
});

test('a heap that keeps one MiB more each minute grows, and one that is only collected does not', () => {
  const series: Series = new Map([
    ['leaking', new Map([['heap MiB', heap(1)]])],
    ['sound', new Map([['heap MiB', heap(0)]])],
  ]);
  expect(describeGrowth(series, 0).growing).toEqual(['leaking: heap MiB']);
});
