import { once } from 'node:events';
import { memoryUsage } from 'node:process';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { createGiveBackMemory } from '../../src/planning/give-back-memory.ts';

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
  await expect.poll(() => memoryUsage().heapTotal).toBeLessThan(before - 20 * MIB);
});

test('threads that begin at the same time do not hinder each other', async () => {
  const module = new URL('../../src/planning/give-back-memory.ts', import.meta.url).href;
  const code = `import(${JSON.stringify(module)}).then(({ createGiveBackMemory }) => {
    for (let time = 0; time < 200; time++) createGiveBackMemory();
  })`;
  const ended = Array.from({ length: 3 }, async () => {
    const worker = new Worker(code, { eval: true });
    const [exitCode] = await once(worker, 'exit');
    return exitCode as number;
  });
  expect(await Promise.all(ended)).toEqual([0, 0, 0]);
});
