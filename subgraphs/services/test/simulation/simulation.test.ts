import { expect, test } from 'vitest';
import { MATTERS } from '../../seed/matters/matters.ts';
import { simulate } from './simulate.ts';

// The course of matters, the calls of departments and their cases under one seeded scheduler with virtual time. A failure names its
// seed: SIMULATION_SEED=… repeats that run alone.

const SEED = process.env['SIMULATION_SEED'];
const RUNS = 2_000;
const definitions = new Map(MATTERS.map(({ code, definition }) => [code, definition]));

test('whatever fails, nothing is done twice, nothing is left half done, and every application ends', async () => {
  const began = performance.now();
  const seeds = SEED ? [SEED] : Array.from({ length: RUNS }, (_, i) => `${Date.now()}-${i}`);
  const counts: Record<string, number> = {};
  let virtualMs = 0;
  for (const seed of seeds) {
    const result = await simulate(seed, definitions);
    expect({ seed, violations: result.violations }).toEqual({ seed, violations: [] });
    virtualMs += result.virtualMs;
    for (const [what, count] of Object.entries(result.counts)) counts[what] = (counts[what] ?? 0) + count;
  }
  const speed = virtualMs / (performance.now() - began);
  process.stdout.write(
    `${seeds.length} seeds, ${Math.round(speed)} times real time: ${JSON.stringify(counts)}\n`,
  );
  expect(speed).toBeGreaterThan(500);
  if (SEED) return;
  // A simulation in which something never happens shows nothing about it.
  for (const what of [
    'KILLED',
    'ANSWER_LOST',
    'TOO_SLOW',
    'ANSWERED_TWICE',
    'STUCK',
    'OUTAGE_ENDED',
    'SKIP',
    'UNDO',
    'WITHDRAW',
    'COMPLETE',
    'STEP_UNDONE',
    'COMPLETED',
    'FAILED',
    'WITHDRAWN',
    'CASE_REFILED',
    'MANDATE_CHANGED',
  ]) {
    expect(counts, what).toHaveProperty(what);
  }
});

test('a department that carries a call out twice is found', async () => {
  for (let i = 0; i < 200; i++) {
    const { violations } = await simulate(`forgetful-${i}`, definitions, { forgetsKeys: true });
    if (violations.some((one) => one.endsWith('was done twice.'))) return;
  }
  expect.unreachable('200 seeds have not found it');
});

test('the same seed gives the same run', async () => {
  expect(await simulate('same', definitions)).toEqual(await simulate('same', definitions));
});
