import { expect, test } from 'vitest';
import { createBackOff } from '../src/back-off.ts';

test('restarts wait longer each time, up to half a minute, and start over after a steady life', () => {
  const backOff = createBackOff();
  const delays = Array.from({ length: 8 }, () => backOff.after(500));
  expect(delays).toEqual([0, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  expect(backOff.after(60_000)).toBe(0);
  expect(backOff.after(500)).toBe(1000);
});
