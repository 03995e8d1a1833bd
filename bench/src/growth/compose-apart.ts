import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { compose, type Subgraph } from '../synthetic/compose.ts';

/** Composition follows types from field to field on the stack; 5,000 types in a row need more than a program has. */
const STACK_MIB = 64;

/** Composes in a thread with a large stack. */
export function composeApart(subgraphs: readonly Subgraph[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: subgraphs,
      resourceLimits: { stackSizeMb: STACK_MIB },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

if (!isMainThread && parentPort) parentPort.postMessage(compose(workerData as Subgraph[]));
