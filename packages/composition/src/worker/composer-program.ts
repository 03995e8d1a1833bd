import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { CompositionError } from '../compose/composition-error.ts';
import { helpFor } from '../compose/help.ts';
import type { Answer, Task } from './messages.ts';

/** The program that composes, as its parent sees it. */
export interface ComposerProgram {
  /**
   * Asks one thing; ask the next when it is answered.
   *
   * @throws CompositionError when time or memory run out; the program is of no use then, as after any error
   */
  ask(task: Task, timeoutMs: number): Promise<Answer>;
  /** Resolves when it has ended. */
  end(): Promise<void>;
}

/** Starts the program. It does not keep its parent from ending, unless it has something to do. */
export function startComposerProgram(memoryMib: number): ComposerProgram {
  const child = fork(fileURLToPath(new URL('composer-process.ts', import.meta.url)), [String(memoryMib)], {
    serialization: 'advanced',
    // Not the parent's flags: a debugger's port, for one, is taken.
    execArgv: [],
    // Node writes a page there when memory runs out, which is told as a fault.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // Without a listener, a program that cannot be started would end this one.
  child.on('error', () => {});
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve()).once('error', () => resolve());
  });
  keepAlive(child, false);

  return {
    async ask(task, timeoutMs) {
      keepAlive(child, true);
      try {
        return await answerOf(child, task, timeoutMs);
      } finally {
        keepAlive(child, false);
      }
    },
    async end() {
      child.ref();
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function answerOf(child: ChildProcess, task: Task, timeoutMs: number): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const outOfMemory = () => outOf('MEMORY_LIMIT', 'Composition took more memory than it may.');
  const take = (answer: Answer) =>
    answer.kind === 'out-of-memory' ? reject(outOfMemory()) : resolve(answer);
  const end = (_code: number | null, signal: string | null) =>
    reject(signal === 'SIGABRT' ? outOfMemory() : new Error('The composer has ended.'));
  const timer = setTimeout(
    () => reject(outOf('TIME_LIMIT', `Composition took longer than ${timeoutMs / 1000} seconds.`)),
    timeoutMs,
  );
  child.on('message', take).on('error', reject).on('exit', end);
  try {
    if (!child.connected) throw new Error('The composer has ended.');
    child.send(task);
    return await promise;
  } finally {
    clearTimeout(timer);
    child.off('message', take).off('error', reject).off('exit', end);
  }
}

function keepAlive(child: ChildProcess, isKept: boolean): void {
  const how = isKept ? 'ref' : 'unref';
  child[how]();
  child.channel?.[how]();
}

function outOf(code: string, message: string): CompositionError {
  return new CompositionError([{ code, message, help: helpFor(code), subgraphs: [], locations: [] }]);
}
