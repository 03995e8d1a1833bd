import { isOrganisationCode, isUscc, parseUscc } from '@yiwang/codes';
import { createPopulation } from '@yiwang/population';
import { expect, test } from 'vitest';
import { usccOf } from '../../src/registrations/made-uscc.ts';

const REGIONS = ['32', '3201', '320102', '440307'];

test('ten thousand numbers make ten thousand valid and distinct codes, with both check characters', () => {
  const made = Array.from({ length: 10_000 }, (_, i) => usccOf(BigInt(i), REGIONS[i % REGIONS.length]!));
  expect(new Set(made).size).toBe(10_000);
  // The region tells nothing apart: the organisation codes alone are distinct.
  expect(new Set(made.map((uscc) => uscc.slice(8, 17))).size).toBe(10_000);
  for (const [i, uscc] of made.entries()) {
    expect(isUscc(uscc), uscc).toBe(true);
    const { authority, class: kind, region, organisationCode } = parseUscc(uscc);
    expect(isOrganisationCode(organisationCode), uscc).toBe(true);
    expect([authority, kind, region]).toEqual(['9', '1', REGIONS[i % REGIONS.length]!.padEnd(6, '0')]);
  }
});

test('codes do not follow each other, and none is one that the generator makes', () => {
  const made = Array.from({ length: 2000 }, (_, i) => usccOf(BigInt(i), '320102'));
  const inOrder = made.filter((uscc, i) => i > 0 && uscc > made[i - 1]!).length;
  expect(inOrder).toBeGreaterThan(500);
  expect(inOrder).toBeLessThan(1500);
  const population = createPopulation({ scale: 0.1 });
  const generated = new Set(
    Array.from({ length: population.size }, (_, i) => population.enterprise(i).uscc.slice(8, 16)),
  );
  for (const uscc of made) {
    expect(uscc.slice(8, 10)).toBe('YG');
    expect(generated.has(uscc.slice(8, 16))).toBe(false);
  }
});

test('numbers across the whole range are distinct', () => {
  const last = 31n ** 6n - 1n;
  const numbers = [
    0n,
    1n,
    2n,
    last - 1n,
    last,
    ...Array.from({ length: 5000 }, (_, i) => BigInt(i) * 177_499n + 7n),
  ];
  expect(new Set(numbers.map((number) => usccOf(number, '320102'))).size).toBe(numbers.length);
});
