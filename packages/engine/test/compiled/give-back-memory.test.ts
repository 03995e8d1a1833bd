import { memoryUsage } from 'node:process';
import { expect, test } from 'vitest';
import { createGiveBackMemory } from '../../src/compiled/planner/give-back-memory.ts';

const MIB = 1024 * 1024;

/** @returns the heap with it */
function makeGarbage(): number {
  const garbage = Array.from({ length: 1_000_000 }, (_, number) => ({ number }));
  const { heapTotal } = memoryUsage();
  expect(garbage).toHaveLength(1_000_000);
  return heapTotal;
}

test('memory is given back once no work has come for a while', async () => {
  const giveBack = createGiveBackMemory();
  const before = makeGarbage();
  giveBack();
  await expect.poll(() => memoryUsage().heapTotal, { timeout: 10_000 }).toBeLessThan(before - 20 * MIB);
  expect('gc' in globalThis).toBe(false);
});
