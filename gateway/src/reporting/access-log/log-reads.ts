import type { AccessOutcome } from '@yiwang/access-log';
import type { ConditionalReads } from '@yiwang/engine';
import { PUBLIC_CLIENT, type ReadNote } from '@yiwang/identity';
import type { Answer, Answers } from '../../pipeline/request/answer.ts';
import type { Identified, ParsedRequest } from '../../pipeline/request/request.ts';
import type { AccessLog } from './access-log.ts';
import { accessOf, accessOfFile } from './access-of.ts';
import { askedFor, hasUnlogged, watchCaller } from './watch-caller.ts';

type Execute = (request: ParsedRequest) => Promise<Answer>;
type Subscribe = (request: ParsedRequest) => Promise<Answers | null>;

/**
 * Makes the stage that logs conditional reads before they are answered: one record for each answer, event or deferred part.
 */
export function createReadLogging(log: Pick<AccessLog, 'refusal' | 'append'>) {
  return {
    watch(identified: Identified): Identified {
      const { caller, client } = identified;
      if (!caller) return identified;
      return { ...identified, caller: watchCaller(caller, log, client.id === PUBLIC_CLIENT.id) };
    },

    async subscribe(request: ParsedRequest, subscribe: Subscribe): Promise<Answers | null> {
      const answers = await subscribe(withLogging(request));
      if (!answers || !request.caller) return answers;
      const followed = withRest(request, answers);
      // The subgraph has logged the subscription already; events may come late, or never.
      if (hasUnlogged(request.caller)) {
        await logUnlogged(request, 'COMPLETE').catch(async (error: unknown) => {
          await followed.return?.();
          throw error;
        });
      }
      return followed;
    },

    async execute(request: ParsedRequest, execute: Execute): Promise<Answer> {
      // Nobody is denied anything, and nothing is conditional.
      if (!request.caller) return execute(request);
      const answer = await executeOrLog(withLogging(request), execute);
      const { reads, outcome = 'FAILED', later } = answer;
      if (reads) await log.append(accessOf(request, reads, outcome));
      else if (!later) await logUnlogged(request, outcome);
      return later ? { ...answer, later: partsWithRest(request, later) } : answer;
    },

    requireLog(): void {
      if (log.refusal) throw log.refusal;
    },

    async read(request: Identified, note: ReadNote, path: string): Promise<void> {
      // Nobody is denied anything, and nothing is logged.
      if (request.caller) await log.append(accessOfFile(request, note, path));
    },
  };

  /**
   * Logs what subgraphs were asked for without a result. They have logged it, so this log must have it too. The data subjects
   * are unknown.
   */
  async function logUnlogged(request: ParsedRequest, outcome: AccessOutcome): Promise<void> {
    const reads = mayHaveRead(request);
    if (reads) await log.append(accessOf(request, reads, outcome));
  }

  /** Yields the parts, and logs at the end what no part has shown. */
  async function* partsWithRest(
    request: ParsedRequest,
    later: AsyncIterable<string>,
  ): AsyncGenerator<string> {
    try {
      yield* later;
    } finally {
      await logRest(request);
    }
  }

  /** Does the same for events. */
  function withRest(request: ParsedRequest, answers: Answers): Answers {
    return {
      async next() {
        try {
          const step = await answers.next();
          if (step.done) await logRest(request);
          return step;
        } catch (error) {
          await logRest(request);
          throw error;
        }
      },
      async return() {
        await answers.return?.();
        // Nothing of it is answered, so a failing log harms nobody.
        await logRest(request).catch(() => {});
        return { done: true, value: undefined };
      },
    };
  }

  async function logRest(request: ParsedRequest): Promise<void> {
    if (hasUnlogged(request.caller)) await logUnlogged(request, 'FAILED');
  }

  /** Returns the request with a hook that logs deferred parts and events. */
  function withLogging(request: ParsedRequest): ParsedRequest {
    return { ...request, onReads: (reads, outcome) => log.append(accessOf(request, reads, outcome)) };
  }

  /** Executes; logs also what a failed request may have read. */
  async function executeOrLog(request: ParsedRequest, execute: Execute): Promise<Answer> {
    try {
      return await execute(request);
    } catch (error) {
      await logUnlogged(request, 'FAILED');
      throw error;
    }
  }
}

/** Returns what subgraphs were asked for; the data subjects are unknown. */
function mayHaveRead({ caller }: ParsedRequest): ConditionalReads | undefined {
  const fields = [...askedFor(caller)].sort();
  return fields.length === 0 ? undefined : { fields, subjects: [], more: 0 };
}
