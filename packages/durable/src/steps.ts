import { DBOS } from '@dbos-inc/dbos-sdk';
import pLimit from 'p-limit';
import pRetry from 'p-retry';
import type { Json, RetrySettings, Run } from './durable.ts';
import { GiveUp, reviveError, StepFailed } from './errors.ts';

/** About two minutes in all. */
const DEFAULT_RETRY: RetrySettings = { maxAttempts: 8, firstDelayMs: 1000, factor: 2, maxDelayMs: 30_000 };

export interface StepsOptions {
  concurrency: number;
  retry: Partial<RetrySettings>;
}

/** Runs the steps of all runs of this process, so many at once. */
export interface Steps {
  /** The `step` of one run. */
  stepper(retry: Partial<RetrySettings>): Run['step'];
  /** Whether as many steps wait for their turn as are worked on at once. */
  hasPlenty(): boolean;
  /**
   * Begins no further attempt, and waits until those in work have ended and are stored. From then on the runs of this process stand
   * still, until another one takes them over.
   *
   * @param patienceMs after which it no longer waits
   */
  stop(patienceMs: number): Promise<void>;
}

export function createSteps(options: StepsOptions): Steps {
  const limit = pLimit(options.concurrency);
  const stopping = new AbortController();
  const { signal } = stopping;
  /** One for each step that is attempted, or whose result is being stored. */
  const inWork = new Set<Promise<void>>();

  /** Attempts a step until its work succeeds. @throws GiveUp, StepFailed @throws the signal's reason when it stops before that */
  async function attemptAll<T>(
    name: string,
    work: (attempt: number) => Promise<T>,
    retry: RetrySettings,
    onBegin: () => void,
  ): Promise<T> {
    let result: { value: T } | undefined;
    let attempts = 0;
    let last: unknown;
    const attemptOnce = async (attempt: number): Promise<void> => {
      signal.throwIfAborted();
      onBegin();
      attempts = attempt;
      try {
        result = { value: await work(attempt) };
      } catch (error) {
        last = error;
        // An error of its own: p-retry gives up on a TypeError.
        throw new Error('The attempt failed.', { cause: error });
      }
    };
    try {
      await pRetry((attempt) => limit(attemptOnce, attempt), {
        retries: retry.maxAttempts - 1,
        minTimeout: retry.firstDelayMs,
        factor: retry.factor,
        maxTimeout: retry.maxDelayMs,
        randomize: true,
        signal,
        shouldRetry: () => !(last instanceof GiveUp),
      });
    } catch {
      // What was done when it was told to stop is done.
      if (result) return result.value;
      signal.throwIfAborted();
      if (last instanceof GiveUp) throw Object.assign(last, { data: { step: name, attempts } });
      throw new StepFailed(messageOf(last), { step: name, attempts }, last);
    }
    return result!.value;
  }

  return {
    stepper(ofRun) {
      const retry = { ...DEFAULT_RETRY, ...options.retry, ...ofRun };
      return async function step<T extends Json>(
        name: string,
        work: (attempt: number) => Promise<T>,
      ): Promise<T> {
        if (signal.aborted) return standStill();
        const ended = Promise.withResolvers<void>();
        const begin = (): void => void inWork.add(ended.promise);
        const end = (): void => {
          inWork.delete(ended.promise);
          ended.resolve();
        };
        const run = (): Promise<T> =>
          attemptAll(name, work, retry, begin).catch((error: unknown) => {
            if (!signal.aborted || error !== signal.reason) throw error;
            end();
            return standStill();
          });
        try {
          return await DBOS.runStep(run, { name });
        } catch (error) {
          throw reviveError(error);
        } finally {
          end();
        }
      };
    },

    hasPlenty: () => limit.pendingCount >= options.concurrency,

    async stop(patienceMs) {
      stopping.abort(new Error('The process stops.'));
      const patience = Promise.withResolvers<void>();
      const timer = setTimeout(patience.resolve, patienceMs);
      await Promise.race([Promise.all(inWork), patience.promise]);
      clearTimeout(timer);
    },
  };
}

/** Never settles: the run neither ends nor fails here, and goes on in another process. */
function standStill(): Promise<never> {
  return new Promise(() => {});
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
