import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  linear,
  roundUp,
  SHADES,
  shadeOf,
  shadesOf,
  ticks,
} from '../../app/pages/dashboard/charts/scales.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

test('an axis ends at a round number, not before the value and not at more than two and a half times it', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (value) => {
      const end = roundUp(value);
      expect(end).toBeGreaterThanOrEqual(value);
      expect(end / value).toBeLessThanOrEqual(2.5 + 1e-9);
    }),
  );
  expect(roundUp(0)).toBe(1);
  expect(ticks(200)).toEqual([0, 50, 100, 150, 200]);
});

test('a scale keeps the order of values and never leaves its line', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (one, other) => {
      const x = linear([0, 100], [20, 620]);
      expect(x(one)).toBeGreaterThanOrEqual(20);
      expect(x(one)).toBeLessThanOrEqual(620);
      if (one < other) expect(x(one)).toBeLessThanOrEqual(x(other));
    }),
  );
  expect(linear([3, 3], [0, 10])(3)).toBe(0);
});

test('every value that is known has a shade, a greater one none that is lighter', () => {
  fc.assert(
    fc.property(fc.array(fc.option(share), { minLength: 1, maxLength: 20 }), (values) => {
      const shades = shadesOf(values);
      expect(shades.length).toBeLessThanOrEqual(SHADES);
      const known = values.filter((value) => value !== null).toSorted((one, other) => one - other);
      const found = known.map((value) => shadeOf(value, shades));
      expect(found).not.toContain(null);
      expect(found).toEqual(found.toSorted((one, other) => one! - other!));
    }),
  );
  expect(shadeOf(null, shadesOf([0.5, null]))).toBeNull();
  expect(shadesOf([null])).toEqual([]);
});
