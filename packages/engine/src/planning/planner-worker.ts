import { flushCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { isPublicError } from '@yiwang/errors';
import { type LoadedSupergraph, readSupergraph } from './read-supergraph.ts';
import { createGiveBackMemory } from './give-back-memory.ts';
import type { PlanRequest } from '../core/plan-request.ts';
import type { FromPlanner, PlanningError, ToPlanner } from './planner-thread.ts';
import { planOperation } from './plan-operation.ts';

// The entry point of the planner's thread; see planner-thread.ts for its messages.
const giveBackMemory = createGiveBackMemory();
let supergraph: LoadedSupergraph | null = null;

parentPort!.on('message', (message: ToPlanner) => {
  if (message.kind === 'load') {
    load(message.supergraphSdl);
    // As when the gateway listens: a thread of a process that is killed leaves no compiled code to the next start.
    flushCompileCache();
  } else {
    plan(message.planRequest);
  }
  giveBackMemory();
});

function load(supergraphSdl: string): void {
  try {
    // The former one first: two at once could need more memory than the thread may use.
    supergraph = null;
    supergraph = readSupergraph(supergraphSdl);
    send({ kind: 'loaded', facts: supergraph.facts });
  } catch (error) {
    send({ kind: 'unloadable', error: error as Error });
  }
}

function plan(planRequest: PlanRequest): void {
  try {
    send({ kind: 'planned', planned: JSON.stringify(planOperation(supergraph!, planRequest)) });
  } catch (error) {
    send({ kind: 'unplannable', error: describe(error as Error) });
  }
}

function send(message: FromPlanner): void {
  parentPort!.postMessage(message);
}

function describe(error: Error): PlanningError {
  return { code: isPublicError(error) ? error.code : null, message: error.message, stack: error.stack };
}
