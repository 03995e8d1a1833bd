import { Worker } from 'node:worker_threads';
import type { Answer, Task } from './messages.ts';

// node composer-process.ts MEMORY_MIB: tasks come over the channel of a parent, answers go back.

/** Composition follows types from field to field on the stack; 5,000 types in a row need more than a program has. */
const STACK_MIB = 64;
/** Composition makes much that is soon forgotten. */
const YOUNG_MIB = 128;

// A thread can have a larger stack than a program; and a thread that runs out of memory may take its program with it. So there
// are both: this program, which only passes on, and the thread that composes.
const thread = new Worker(new URL('composer-thread.ts', import.meta.url), {
  name: 'composer',
  resourceLimits: {
    stackSizeMb: STACK_MIB,
    maxOldGenerationSizeMb: Number(process.argv[2]),
    maxYoungGenerationSizeMb: YOUNG_MIB,
  },
});

thread.on('message', (answer: Answer) => process.send?.(answer));
thread.on('error', (error: Error & { code?: string }) => {
  const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  const answer: Answer = isMemory ? { kind: 'out-of-memory' } : { kind: 'error', error };
  process.send?.(answer, () => process.exit());
});
process.on('message', (task: Task) => thread.postMessage(task));
process.on('disconnect', () => process.exit());
