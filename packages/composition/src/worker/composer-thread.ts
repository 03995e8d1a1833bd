import { parentPort } from 'node:worker_threads';
import { checkSubgraphs } from '../check/check-subgraphs.ts';
import { GraphMemory } from '../check/graph-memory.ts';
import { CompositionError } from '../compose/composition-error.ts';
import { applyContract } from '../contract/apply-contract.ts';
import type { Answer, Task } from './messages.ts';

const memory = new GraphMemory();

parentPort?.on('message', async (task: Task) => {
  parentPort?.postMessage(await answer(task));
});

async function answer(task: Task): Promise<Answer> {
  try {
    if (task.kind === 'contract')
      return { kind: 'contract', supergraphSdl: applyContract(task.supergraphSdl, task) };
    const { current, proposed, currentSupergraphSdl } = task;
    return { kind: 'check', result: await checkSubgraphs(current, proposed, currentSupergraphSdl, memory) };
  } catch (error) {
    if (error instanceof CompositionError) return { kind: 'faults', faults: error.errors };
    return { kind: 'error', error };
  }
}
