import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UsedIds } from '../src/trust/used-ids.ts';

const LIFE_MS = 90_000;

test('no id is accepted twice while it is good, in whatever order, however many come and however few are remembered', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8 }),
      fc.array(fc.record({ id: fc.nat(30), wait: fc.integer({ min: 0, max: 40_000 }) }), { maxLength: 200 }),
      (maxIds, uses) => {
        const ids = new UsedIds(maxIds);
        /** By id: when it was signed, and accepted until. */
        const accepted = new Map<string, number>();
        const signed = new Map<string, number>();
        let now = 1_000_000;
        for (const { id, wait } of uses) {
          now += wait;
          const name = `id-${id}`;
          // An id is signed once; what is sent again later is the same assertion.
          const expiresAtMs = signed.get(name) ?? now + LIFE_MS;
          signed.set(name, expiresAtMs);
          if (expiresAtMs <= now) continue;
          const isTaken = ids.use({ id: name, expiresAtMs }, now);
          if (isTaken) expect(accepted.has(name)).toBe(false);
          if (isTaken) accepted.set(name, expiresAtMs);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('what a gateway signs now is accepted as long as its rate is no higher than what is remembered', () => {
  const ids = new UsedIds(1000);
  let now = 1_000_000;
  // 2,000 within the life of one: two generations hold them.
  for (let number = 0; number < 20_000; number++) {
    now += 61;
    expect(ids.use({ id: `${number}`, expiresAtMs: now + LIFE_MS }, now)).toBe(true);
    if (number > 500) expect(ids.use({ id: `${number - 500}`, expiresAtMs: now - 1 }, now)).toBe(false);
  }
});
