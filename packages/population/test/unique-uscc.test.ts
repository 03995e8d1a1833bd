import { parseUscc, USCC_ALPHABET } from '@yiwang/codes';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPopulation, MAX_POPULATION } from '../src/index.ts';
import { createUniqueUscc } from '../src/unique-uscc.ts';

const CODES = 31 ** 6;

test('200,000 enterprises have 200,000 codes', () => {
  const { size, enterprise } = createPopulation({ scale: 10 });
  const codes = new Set<string>();
  for (let i = 0; i < size; i++) codes.add(enterprise(i).uscc);
  expect(codes.size).toBe(200_000);
});

// i → a·i + b modulo 31^6 gives distinct results exactly when 31 does not divide a. A rounded product
// anywhere up to the last index would break the constant step.
test('from index to organisation code is one step size that 31 does not divide, up to the last index and for every seed', () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(MAX_POPULATION - 2), (seed, i) => {
      const uscc = createUniqueUscc(seed);
      const numberAt = (index: number) => numberOf(uscc(index, '320583'));
      const step = (numberAt(1) - numberAt(0) + CODES) % CODES;
      expect(step % 31).not.toBe(0);
      expect((numberAt(i + 1) - numberAt(i) + CODES) % CODES).toBe(step);
    }),
    { examples: [[1, MAX_POPULATION - 2]] },
  );
});

test('the region is part of the code and does not touch the organisation code', () => {
  const uscc = createUniqueUscc(1);
  const kunshan = parseUscc(uscc(0, '320583'));
  const jiangning = parseUscc(uscc(0, '320115'));
  expect([kunshan.region, jiangning.region]).toEqual(['320583', '320115']);
  expect(jiangning.organisationCode).toBe(kunshan.organisationCode);
});

/** The six characters after YW as a number, lowest digit first. */
function numberOf(uscc: string): number {
  return [...uscc.slice(10, 16)].reduceRight(
    (sum, character) => sum * 31 + USCC_ALPHABET.indexOf(character),
    0,
  );
}
