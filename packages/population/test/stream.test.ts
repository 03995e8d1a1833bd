import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStream, createWeightTable } from '../src/index.ts';

const anyAddress = fc.tuple(fc.nat(2 ** 32 - 1), fc.nat(2 ** 32 - 1));

test('a draw depends on seed, name, i and k alone, not on what was drawn before', () => {
  fc.assert(
    fc.property(fc.integer(), fc.string(), anyAddress, anyAddress, (seed, name, [i, k], [i2, k2]) => {
      const fresh = createStream(seed, name).uniform(i, k);
      const used = createStream(seed, name);
      used.uniform(i2, k2);
      expect(used.uniform(i, k)).toBe(fresh);
    }),
  );
});

test('another seed, name, i or k gives another draw', () => {
  const draws = [
    createStream(1, 'tax').uniform(0, 0),
    createStream(2, 'tax').uniform(0, 0),
    createStream(1, 'tay').uniform(0, 0),
    createStream(1, 'tax').uniform(1, 0),
    createStream(1, 'tax').uniform(0, 1),
  ];
  expect(new Set(draws).size).toBe(draws.length);
});

test('uniform lies in [0, 1), and a whole number within its bounds, however wide', () => {
  const stream = createStream(1, 'bounds');
  fc.assert(
    fc.property(anyAddress, fc.nat(2 ** 40), fc.nat(2 ** 40), ([i, k], min, width) => {
      const share = stream.uniform(i, k);
      expect(share >= 0 && share < 1).toBe(true);
      const whole = stream.integer(i, k, min, min + width);
      expect(Number.isSafeInteger(whole) && whole >= min && whole <= min + width).toBe(true);
    }),
  );
});

test('draws along i, along k, and of neighbouring streams spread evenly over 256 parts', () => {
  const draws = 256 * 400;
  const a = createStream(1, 'a');
  const b = createStream(1, 'b');
  const along: Record<string, (n: number) => number> = {
    i: (n) => a.uniform(n),
    k: (n) => a.uniform(7, n),
    differences: (n) => (a.uniform(n) - b.uniform(n) + 1) % 1,
  };
  for (const [direction, draw] of Object.entries(along)) {
    const counts = new Array<number>(256).fill(0);
    for (let n = 0; n < draws; n++) counts[Math.floor(draw(n) * 256)]!++;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 400) ** 2 / 400, 0);
    // 255 degrees of freedom: 99.9 % of fair generators lie between 190 and 331.
    expect(chiSquare, direction).toBeGreaterThan(190);
    expect(chiSquare, direction).toBeLessThan(331);
  }
});

test('both ends of a range of whole numbers are drawn', () => {
  const stream = createStream(1, 'ends');
  const drawn = new Set(Array.from({ length: 200 }, (_, i) => stream.integer(i, 0, -2, 2)));
  expect(drawn).toEqual(new Set([-2, -1, 0, 1, 2]));
});

test('an empty range, an empty list and wrong weights are refused', () => {
  const stream = createStream(1, 'refusals');
  expect(() => stream.integer(0, 0, 2, 1)).toThrow(RangeError);
  expect(() => stream.integer(0, 0, Number.NaN, 1)).toThrow(RangeError);
  expect(() => stream.pick(0, 0, [])).toThrow(RangeError);
  expect(() => createWeightTable([])).toThrow(RangeError);
  expect(() => createWeightTable([['a', 0]])).toThrow(RangeError);
  expect(() => createWeightTable([['a', -1]])).toThrow(RangeError);
  expect(() => createWeightTable([['a', 0.5]])).toThrow(RangeError);
});

test('every point of a table of weights belongs to the value whose weight covers it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5), { minLength: 1, maxLength: 20 }), (weights) => {
      fc.pre(weights.some((weight) => weight > 0));
      const table = createWeightTable(weights.map((weight, value) => [value, weight] as const));
      const laidOut = weights.flatMap((weight, value) => new Array<number>(weight).fill(value));
      expect(Array.from({ length: table.total }, (_, point) => table.at(point))).toEqual(laidOut);
    }),
  );
});

test('weights and chances are met', () => {
  const stream = createStream(1, 'shares');
  const table = createWeightTable([
    ['often', 9],
    ['seldom', 1],
  ]);
  const draws = 20_000;
  let seldom = 0;
  let hits = 0;
  for (let i = 0; i < draws; i++) {
    if (stream.weighted(i, 0, table) === 'seldom') seldom++;
    if (stream.chance(i, 1, 0.25)) hits++;
  }
  expect(seldom / draws).toBeCloseTo(0.1, 2);
  expect(hits / draws).toBeCloseTo(0.25, 2);
});
