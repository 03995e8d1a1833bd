import { Worker } from 'node:worker_threads';
import type { FromPlanner, PlannerStart, ToPlanner } from './messages.ts';

export type ThreadEvent = FromPlanner | { kind: 'died'; outOfMemory: boolean; error: Error };

export interface PlannerThread {
  ask(question: ToPlanner): void;
  /** Ends at once, whatever it is doing. No event comes after the call. */
  stop(): void;
}

/** The planner follows types from field to field on the stack: 5,000 types in a row need more than the usual 4 MiB. */
const STACK_MIB = 64;
/** Planning makes much garbage; more room for it would be kept after the first supergraph was read. */
const YOUNG_MIB = 16;

/** Starts a thread with Apollo's planner, which begins to read the supergraph. */
export function startPlannerThread(
  start: PlannerStart,
  memoryMib: number,
  listen: (event: ThreadEvent) => void,
): PlannerThread {
  const worker = new Worker(new URL('planner-worker.ts', import.meta.url), {
    name: 'planner',
    workerData: start,
    resourceLimits: {
      maxOldGenerationSizeMb: memoryMib,
      maxYoungGenerationSizeMb: YOUNG_MIB,
      stackSizeMb: STACK_MIB,
    },
  });
  let ended = false;
  const die = (error: Error) => {
    if (ended) return;
    ended = true;
    const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    listen({ kind: 'died', outOfMemory, error });
  };
  worker.on('message', (event: FromPlanner) => {
    if (!ended) listen(event);
  });
  worker.on('error', die);
  worker.on('exit', (code) => die(new Error(`The planner's thread ended with code ${code}.`)));

  return {
    ask: (question) => worker.postMessage(question),
    stop() {
      ended = true;
      void worker.terminate();
    },
  };
}
