import { parentPort, workerData } from 'node:worker_threads';
import { isPublicError } from '@yiwang/errors';
import { readSupergraph } from './read-supergraph.ts';
import { createGiveBackMemory } from './give-back-memory.ts';
import type { FromPlanner, PlannerStart, PlanningError, ToPlanner } from './planner-thread.ts';
import { planOperation } from './plan-operation.ts';

// The entry point of the planner's thread; see planner-thread.ts for its messages.
const { supergraphSdl } = workerData as PlannerStart;

try {
  const giveBackMemory = createGiveBackMemory();
  const supergraph = readSupergraph(supergraphSdl);
  parentPort!.on('message', (planRequest: ToPlanner) => {
    try {
      send({ kind: 'planned', planned: JSON.stringify(planOperation(supergraph, planRequest)) });
    } catch (error) {
      send({ kind: 'unplannable', error: describe(error as Error) });
    }
    giveBackMemory();
  });
  send({ kind: 'loaded', facts: supergraph.facts });
  giveBackMemory();
} catch (error) {
  send({ kind: 'unloadable', error: error as Error });
}

function send(message: FromPlanner): void {
  parentPort!.postMessage(message);
}

function describe(error: Error): PlanningError {
  return { code: isPublicError(error) ? error.code : null, message: error.message, stack: error.stack };
}
