import { PublicError } from '@yiwang/errors';
import { SupergraphError } from '../../graph.ts';
import type { PlannedOperation, PlanningError, SupergraphFacts } from './messages.ts';
import type { PlanQuestion } from './plan-question.ts';
import { type PlannerThread, startPlannerThread, type ThreadEvent } from './planner-thread.ts';
import type { PlannerOptions, PlanningStatistics } from './planner-options.ts';

/** Plans the operations of one supergraph, beside the thread that answers requests. */
export interface Planner {
  facts: SupergraphFacts;
  /**
   * Plans one operation, after those asked for before.
   *
   * @throws PublicError PLANNING_TOO_COSTLY, PLANNING_OVERLOADED, or when the departments cannot answer it together
   */
  plan(question: PlanQuestion): Promise<PlannedOperation>;
  /** Another supergraph has taken its place: once nobody waits for a plan, its memory is given back. */
  retire(): void;
  /** Ends at once; who waits for a plan is refused. */
  close(): Promise<void>;
}

interface Job {
  question: PlanQuestion;
  tries: number;
  resolve: (planned: PlannedOperation) => void;
  reject: (error: Error) => void;
}

const RETIRED_IDLE_MS = 1000;

/**
 * One thread plans one operation at a time; the others wait here, so that none is lost with a thread. A thread that
 * takes too long or dies is replaced, one that has had nothing to do for long is let go until it is needed again.
 *
 * @throws SupergraphError
 */
export async function startPlanner(
  supergraphSdl: string,
  { timeoutMs, maxWaiting, memoryMib, idleMs }: PlannerOptions,
  statistics: PlanningStatistics,
): Promise<Planner> {
  const waiting: Job[] = [];
  let running: Job | null = null;
  let thread: PlannerThread | null = null;
  let isLoaded = false;
  let isRetired = false;
  let isClosed = false;
  let began = 0;
  let timer: NodeJS.Timeout | undefined;
  const firstLoad = Promise.withResolvers<SupergraphFacts>();

  function start(): void {
    isLoaded = false;
    statistics.threadsStarted += 1;
    const started = startPlannerThread({ supergraphSdl }, memoryMib, (event) => {
      if (thread === started) take(event);
    });
    thread = started;
  }

  function letGo(): Promise<void> | undefined {
    clearTimeout(timer);
    const stopped = thread?.stop();
    thread = null;
    return stopped;
  }

  function take(event: ThreadEvent): void {
    switch (event.kind) {
      case 'loaded':
        isLoaded = true;
        firstLoad.resolve(event.facts);
        return goOn();
      case 'planned':
        return end((job) => job.resolve(JSON.parse(event.planned)));
      case 'unplannable':
        return end((job) => job.reject(asError(event.error)));
      case 'unloadable':
        return cannotLoad(event.error);
      case 'died':
        if (!isLoaded) return cannotLoad(event.outOfMemory ? outOfMemory() : event.error);
        thread = null;
        return lose(event.outOfMemory);
    }
  }

  /** It may have been the fault of what it was doing, so that is not tried for ever. */
  function lose(isTooLarge: boolean): void {
    if (running && running.tries < 2 && !isTooLarge) {
      waiting.unshift(running);
      running = null;
      clearTimeout(timer);
      return goOn();
    }
    end((job) => job.reject(tooCostly(`more than ${memoryMib} MiB of memory`)));
  }

  function cannotLoad(error: Error): void {
    letGo();
    firstLoad.reject(new SupergraphError(error.message, { cause: error }));
    for (const job of waiting.splice(0)) job.reject(error);
  }

  const outOfMemory = () =>
    new Error(`The supergraph cannot be served: planning for it takes more than ${memoryMib} MiB of memory.`);

  function overrun(): void {
    // An answer that has come meanwhile counts, however long this thread could not look at it.
    setImmediate((job) => {
      if (job === null || job !== running) return;
      letGo();
      start();
      end(() => job.reject(tooCostly(`longer than ${timeoutMs} ms`)));
    }, running);
  }

  function end(settle: (job: Job) => void): void {
    clearTimeout(timer);
    const job = running;
    running = null;
    statistics.planningMs += performance.now() - began;
    if (job) settle(job);
    goOn();
  }

  function goOn(): void {
    if (running || isClosed) return;
    if (waiting.length === 0) return rest();
    if (!thread) return start();
    if (!isLoaded) return;
    clearTimeout(timer);
    running = waiting.shift()!;
    running.tries += 1;
    statistics.planned += 1;
    began = performance.now();
    timer = setTimeout(overrun, timeoutMs);
    thread.ask(running.question);
  }

  function rest(): void {
    clearTimeout(timer);
    const most = isRetired ? RETIRED_IDLE_MS : idleMs;
    if (thread && most > 0) timer = setTimeout(letGo, most);
  }

  start();
  const facts = await firstLoad.promise;

  return {
    facts,
    plan(question) {
      if (waiting.length >= maxWaiting || isClosed) {
        statistics.refused += 1;
        return Promise.reject(overloaded());
      }
      return new Promise((resolve, reject) => {
        waiting.push({ question, tries: 0, resolve, reject });
        goOn();
      });
    },
    retire() {
      isRetired = true;
      goOn();
    },
    async close() {
      isClosed = true;
      const refused = running ? [running, ...waiting.splice(0)] : waiting.splice(0);
      running = null;
      for (const job of refused) job.reject(overloaded());
      await letGo();
    },
  };

  function tooCostly(what: string): PublicError {
    statistics.refused += 1;
    return new PublicError(
      'PLANNING_TOO_COSTLY',
      `Planning this operation takes ${what}. Ask for less at once, or split it.`,
    );
  }
}

function overloaded(): PublicError {
  return new PublicError(
    'PLANNING_OVERLOADED',
    'Too many new operations wait to be planned. Try again in a moment; operations that were answered before are not concerned.',
  );
}

function asError({ code, message, stack }: PlanningError): Error {
  if (code) return new PublicError(code, message);
  return Object.assign(new Error(message), { stack });
}
