import type { CheckResult } from '../check/check-result.ts';
import type { CheckOptions } from '../check/check-subgraphs.ts';
import { CompositionError } from '../compose/composition-error.ts';
import { COMPOSITION_LIBRARIES, type CompositionLibraryName } from '../compose/composition-library.ts';
import type { SubgraphInput } from '../compose/subgraph-input.ts';
import type { Variant } from '../consent/facts/graph-facts.ts';
import type { SchemaChange } from '../diff/schema-change.ts';
import { type ComposerProgram, startComposerProgram } from './composer-program.ts';
import type { Answer, Task } from './messages.ts';

export interface ComposerOptions {
  /** Which library composes; default Apollo's. */
  library?: CompositionLibraryName;
  /** In which one task has to be done; default 60,000. */
  timeoutMs?: number;
  /** Of the heap that composes; default 2,048. 60 departments with 5,000 types take half of it. */
  memoryMib?: number;
  /** After which a program without work, and what it remembers of the graph, is let go; default 3,600,000. */
  idleMs?: number;
}

/** Composes in a program of its own, one task after the other: a graph that is too large keeps nobody else waiting. */
export interface Composer {
  /** See checkSubgraphs. Running out of time or memory is a fault in the result. */
  check(
    current: readonly SubgraphInput[],
    proposed: readonly SubgraphInput[],
    currentSupergraphSdl: string | null,
    options?: CheckOptions,
  ): Promise<CheckResult>;
  /**
   * What of one version instead of another needs the consent of departments, when an operator makes the change; see
   * findConsents. Both came from composition.
   *
   * @throws CompositionError when time or memory run out
   */
  consents(before: string, after: string, variants: readonly Variant[]): Promise<SchemaChange[]>;
  /** See applyContract. @throws CompositionError */
  contract(supergraphSdl: string, options: { excludeTags: readonly string[] }): Promise<string>;
  /** Ends the program. What is under way is rejected, and whatever comes later. */
  close(): Promise<void>;
}

/** A composer, whose program is started when it is first needed. */
export function createComposer({
  library = COMPOSITION_LIBRARIES[0],
  timeoutMs = 60_000,
  memoryMib = 2048,
  idleMs = 3_600_000,
}: ComposerOptions = {}): Composer {
  let program: ComposerProgram | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const letGo = async () => {
    const ending = program;
    program = null;
    await ending?.end();
  };

  const run = async (task: Task): Promise<Answer> => {
    if (isClosed) throw new Error('The composer is closed.');
    clearTimeout(idle);
    program ??= startComposerProgram(memoryMib);
    try {
      return await program.ask(task, timeoutMs);
    } catch (error) {
      await letGo();
      throw error;
    } finally {
      if (!isClosed) idle = setTimeout(() => void letGo(), idleMs).unref();
    }
  };

  /** One after the other: the heap holds one graph being composed. */
  const enqueue = (task: Task): Promise<Answer> => {
    const answer = last.then(() => run(task));
    last = answer.catch(() => {});
    return answer;
  };

  return {
    async check(current, proposed, currentSupergraphSdl, options = {}) {
      try {
        const answer = await enqueue({
          kind: 'check',
          current,
          proposed,
          currentSupergraphSdl,
          options: { library, ...options },
        });
        if (answer.kind === 'check') return answer.result;
        throw faultIn(answer);
      } catch (error) {
        if (!(error instanceof CompositionError)) throw error;
        return { faults: [...error.errors], lint: [], changes: [], hints: [], supergraphSdl: null };
      }
    },
    async consents(before, after, variants) {
      const answer = await enqueue({ kind: 'consents', before, after, variants });
      if (answer.kind === 'consents') return answer.changes;
      throw faultIn(answer);
    },
    async contract(supergraphSdl, { excludeTags }) {
      const answer = await enqueue({ kind: 'contract', supergraphSdl, excludeTags });
      if (answer.kind === 'contract') return answer.supergraphSdl;
      throw faultIn(answer);
    },
    async close() {
      isClosed = true;
      clearTimeout(idle);
      await letGo();
      await last;
    },
  };
}

function faultIn(answer: Answer): unknown {
  if (answer.kind === 'faults') return new CompositionError(answer.faults);
  return answer.kind === 'error' ? answer.error : new Error(`The composer answered with ${answer.kind}.`);
}
