import { Worker } from 'node:worker_threads';
import type { CheckResult } from '../check/check-result.ts';
import { CompositionError, type CompositionFault } from '../compose/composition-error.ts';
import { helpFor } from '../compose/help.ts';
import type { SubgraphInput } from '../compose/subgraph-input.ts';
import type { Answer, Task } from './messages.ts';

export interface ComposerOptions {
  /** In which one task has to be done; default 60,000. */
  timeoutMs?: number;
  /** Of the thread's heap; default 2,048. 60 departments with 5,000 types take a quarter of it. */
  memoryMib?: number;
  /** After which a thread without work, and what it remembers of the graph, is let go; default 600,000. */
  idleMs?: number;
}

/** Composes in a thread of its own, one task after the other, so that a large graph keeps nobody waiting but who asked. */
export interface Composer {
  /** See checkSubgraphs. Running out of time or memory is a fault in the result. */
  check(
    current: readonly SubgraphInput[],
    proposed: readonly SubgraphInput[],
    currentSupergraphSdl: string | null,
  ): Promise<CheckResult>;
  /** See applyContract. @throws CompositionError */
  contract(supergraphSdl: string, options: { excludeTags: readonly string[] }): Promise<string>;
  /** Ends the thread. What is under way is rejected. */
  close(): Promise<void>;
}

/** Composition follows types from field to field on the stack; 5,000 types in a row need more than a program has. */
const STACK_MIB = 64;

/** A composer, whose thread is started when it is first needed. */
export function createComposer({
  timeoutMs = 60_000,
  memoryMib = 2048,
  idleMs = 600_000,
}: ComposerOptions = {}): Composer {
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const start = () => {
    const started = new Worker(new URL('composer-thread.ts', import.meta.url), {
      name: 'composer',
      resourceLimits: { stackSizeMb: STACK_MIB, maxOldGenerationSizeMb: memoryMib },
    });
    // Without a listener, a thread that ends on its own would end the program.
    started.on('error', () => {});
    started.once('exit', () => {
      if (worker === started) worker = null;
    });
    return started;
  };

  const letGo = async () => {
    const ending = worker;
    worker = null;
    await ending?.terminate();
  };

  const run = async (task: Task): Promise<Answer> => {
    if (isClosed) throw new Error('The composer is closed.');
    clearTimeout(idle);
    worker ??= start();
    worker.ref();
    try {
      return await ask(worker, task, timeoutMs);
    } catch (error) {
      await letGo();
      throw error;
    } finally {
      worker?.unref();
      idle = setTimeout(() => void letGo(), idleMs).unref();
    }
  };

  /** One after the other: the thread's heap holds one graph being composed. */
  const enqueue = (task: Task): Promise<Answer> => {
    const answer = last.then(() => run(task));
    last = answer.catch(() => {});
    return answer;
  };

  return {
    async check(current, proposed, currentSupergraphSdl) {
      try {
        const answer = await enqueue({ kind: 'check', current, proposed, currentSupergraphSdl });
        if (answer.kind === 'check') return answer.result;
        throw answer.kind === 'error' ? answer.error : new Error(`A check was answered with ${answer.kind}.`);
      } catch (error) {
        if (!(error instanceof CompositionError)) throw error;
        return { faults: [...error.errors], lint: [], changes: [], hints: [], supergraphSdl: null };
      }
    },
    async contract(supergraphSdl, { excludeTags }) {
      const answer = await enqueue({ kind: 'contract', supergraphSdl, excludeTags });
      if (answer.kind === 'contract') return answer.supergraphSdl;
      if (answer.kind === 'faults') throw new CompositionError(answer.faults);
      throw answer.kind === 'error'
        ? answer.error
        : new Error(`A contract was answered with ${answer.kind}.`);
    },
    async close() {
      isClosed = true;
      clearTimeout(idle);
      await letGo();
      await last;
    },
  };
}

/** @throws CompositionError when time or memory run out */
async function ask(worker: Worker, task: Task, timeoutMs: number): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const timer = setTimeout(
    () => reject(outOf('TIME_LIMIT', `Composition took longer than ${timeoutMs / 1000} seconds.`)),
    timeoutMs,
  );
  const fail = (error: Error & { code?: string }) =>
    reject(
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? outOf('MEMORY_LIMIT', 'Composition took more memory than it may.')
        : error,
    );
  const end = () => reject(new Error('The composer was closed.'));
  worker.on('message', resolve).on('error', fail).on('exit', end);
  try {
    worker.postMessage(task);
    return await promise;
  } finally {
    clearTimeout(timer);
    worker.off('message', resolve).off('error', fail).off('exit', end);
  }
}

function outOf(code: string, message: string): CompositionError {
  const fault: CompositionFault = { code, message, help: helpFor(code), subgraphs: [], locations: [] };
  return new CompositionError([fault]);
}
