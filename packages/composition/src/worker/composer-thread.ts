import { parentPort } from 'node:worker_threads';
import { checkSubgraphs } from '../check/check-subgraphs.ts';
import { GraphMemory } from '../check/graph-memory.ts';
import { findConsents } from '../consent/find-consents.ts';
import { CompositionError } from '../compose/composition-error.ts';
import { applyContract } from '../contract/apply-contract.ts';
import type { Answer, Task } from './messages.ts';

const memory = new GraphMemory();

// It never rejects.
parentPort?.on('message', (task: Task) => {
  void answer(task).then((done) => parentPort?.postMessage(done));
});

async function answer(task: Task): Promise<Answer> {
  try {
    if (task.kind === 'contract')
      return { kind: 'contract', supergraphSdl: applyContract(task.supergraphSdl, task) };
    if (task.kind === 'consents') {
      const { before, after, variants } = task;
      const change = {
        before: memory.facts(before, variants),
        after: memory.facts(after, variants),
        by: null,
      };
      return { kind: 'consents', changes: findConsents(change) };
    }
    const { current, proposed, currentSupergraphSdl, options } = task;
    const result = await checkSubgraphs(current, proposed, currentSupergraphSdl, options, memory);
    return { kind: 'check', result };
  } catch (error) {
    if (error instanceof CompositionError) return { kind: 'faults', faults: error.errors };
    return { kind: 'error', error };
  }
}
