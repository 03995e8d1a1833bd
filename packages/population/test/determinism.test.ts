import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createPopulation, type Population } from '../src/index.ts';

// Departments seed years apart on different machines. Change these only with a note to everyone who seeds.
const HASH_OF_THE_FIRST_THOUSAND = 'd4800aac7c62797f41150a9a90551b5922c18396e3022ead8a47b3367cd5fb8c';
const HASH_OF_A_STREAM = '8e3c55e383eccafe5767dfb46cb742c934c015305f9a8f85773b3e040670d39c';

function hashOf(values: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}

function firstThousand(population: Population) {
  return Array.from({ length: 1_000 }, (_, i) => population.enterprise(i));
}

test('the first thousand enterprises of seed 1 are the same on every machine and in every version', () => {
  expect(hashOf(firstThousand(createPopulation({ scale: 1 })))).toBe(HASH_OF_THE_FIRST_THOUSAND);
});

test('a department’s own stream is the same on every machine and in every version', () => {
  const stream = createPopulation({ scale: 1 }).stream('permits/issuedOn');
  const draws = Array.from({ length: 1_000 }, (_, i) => stream.integer(i, i % 7, 0, 1_000_000_000_000));
  expect(hashOf(draws)).toBe(HASH_OF_A_STREAM);
});

test('an enterprise is the same in whatever order it is asked for', () => {
  const asked = createPopulation({ scale: 1 });
  const backwards = Array.from({ length: 1_000 }, (_, n) => asked.enterprise(999 - n)).reverse();
  expect(backwards).toEqual(firstThousand(createPopulation({ scale: 1 })));
});

test('a larger population begins with the smaller one', () => {
  expect(firstThousand(createPopulation({ scale: 50 }))).toEqual(
    firstThousand(createPopulation({ scale: 1 })),
  );
});

test('another seed makes other enterprises', () => {
  const one = createPopulation({ scale: 1, seed: 1 });
  const two = createPopulation({ scale: 1, seed: 2 });
  const usccs = new Set(firstThousand(one).map(({ uscc }) => uscc));
  expect(firstThousand(two).filter(({ uscc }) => usccs.has(uscc))).toEqual([]);
});

test.each([
  [1, 20_000],
  [0.05, 1_000],
  [50, 1_000_000],
])('scale %d is %i enterprises', (scale, size) => {
  expect(createPopulation({ scale }).size).toBe(size);
});

test.each([0, -1, 0.00001, 1_001, Number.NaN, Number.POSITIVE_INFINITY])('scale %d is refused', (scale) => {
  expect(() => createPopulation({ scale })).toThrow(RangeError);
});

test.each([-1, 1_000, 0.5, Number.NaN])('index %d of a thousand enterprises is refused', (i) => {
  expect(() => createPopulation({ scale: 0.05 }).enterprise(i)).toThrow(RangeError);
});

test('a seed that is no whole number is refused', () => {
  expect(() => createPopulation({ scale: 1, seed: 1.5 })).toThrow(RangeError);
});
