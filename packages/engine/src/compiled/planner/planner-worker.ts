import { parentPort, workerData } from 'node:worker_threads';
import { isPublicError } from '@yiwang/errors';
import { readSupergraph } from '../read-supergraph.ts';
import { createGiveBackMemory } from './give-back-memory.ts';
import type { FromPlanner, PlannerStart, PlanningError, ToPlanner } from './messages.ts';
import { planOperation } from './plan-operation.ts';

// The planner's thread; see messages.ts for what it is told and says.
const { supergraphSdl } = workerData as PlannerStart;

try {
  const giveBackMemory = createGiveBackMemory();
  const supergraph = readSupergraph(supergraphSdl);
  parentPort!.on('message', (question: ToPlanner) => {
    try {
      say({ kind: 'planned', planned: JSON.stringify(planOperation(supergraph, question)) });
    } catch (error) {
      say({ kind: 'unplannable', error: describe(error as Error) });
    }
    giveBackMemory();
  });
  say({ kind: 'loaded', facts: supergraph.facts });
  giveBackMemory();
} catch (error) {
  say({ kind: 'unloadable', error: error as Error });
}

function say(message: FromPlanner): void {
  parentPort!.postMessage(message);
}

function describe(error: Error): PlanningError {
  return { code: isPublicError(error) ? error.code : null, message: error.message, stack: error.stack };
}
