import { hash } from 'node:crypto';
import { PublicError } from '@yiwang/errors';
import { SupergraphError } from '../../graph.ts';
import type { PlannedOperation, PlanningError, SupergraphFacts } from './messages.ts';
import type { PlanQuestion } from './plan-question.ts';
import { type PlannerThread, startPlannerThread, type ThreadEvent } from './planner-thread.ts';
import type { PlannerOptions, PlannerReports } from './planner-options.ts';

export interface Planned {
  planned: PlannedOperation;
  /** Equal for equal plans. */
  planHash: string;
  /** Length of the plan as JSON. */
  planCharacters: number;
}

/** Plans the operations of one supergraph, beside the thread that answers requests. */
export interface Planner {
  facts: SupergraphFacts;
  /**
   * Plans one operation, after those asked for before.
   *
   * @throws PublicError PLANNING_TOO_COSTLY, PLANNING_OVERLOADED, or when the departments cannot answer it together
   */
  plan(question: PlanQuestion): Promise<Planned>;
  /** Another supergraph has taken its place: once nobody waits for a plan, its memory is given back. */
  retire(): void;
}

interface Job {
  question: PlanQuestion;
  tries: number;
  resolve: (planned: Planned) => void;
  reject: (error: Error) => void;
}

const RETIRED_IDLE_MS = 1000;

/**
 * One thread plans one operation at a time; the others wait here, so that none is lost with a thread. A thread that
 * takes too long or dies is replaced, one that has had nothing to do for long is let go until it is needed again.
 *
 * @param stopping ends everything at once; who waits for a plan is refused
 * @throws SupergraphError
 */
export async function startPlanner(
  supergraphSdl: string,
  { timeoutMs, maxWaiting, memoryMib, idleMs }: PlannerOptions,
  { statistics, onFault }: PlannerReports,
  stopping: AbortSignal,
): Promise<Planner> {
  const waiting: Job[] = [];
  let running: Job | null = null;
  let thread: PlannerThread | null = null;
  let isLoaded = false;
  let isRetired = false;
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
    stopping.addEventListener('abort', stop, { once: true });
  }

  function letGo(): void {
    clearTimeout(timer);
    stopping.removeEventListener('abort', stop);
    thread?.stop();
    thread = null;
  }

  function stop(): void {
    letGo();
    firstLoad.reject(new SupergraphError('The engine has stopped.'));
    for (const job of running ? [running, ...waiting.splice(0)] : waiting.splice(0)) job.reject(overloaded());
    running = null;
  }

  function take(event: ThreadEvent): void {
    switch (event.kind) {
      case 'loaded':
        isLoaded = true;
        firstLoad.resolve(event.facts);
        return goOn();
      case 'planned':
        return end((job) =>
          job.resolve({
            planned: JSON.parse(event.planned),
            planHash: hash('sha256', event.planned, 'base64'),
            planCharacters: event.planned.length,
          }),
        );
      case 'unplannable':
        return end((job) => job.reject(asError(event.error)));
      case 'unloadable':
        return cannotLoad(event.error);
      case 'died':
        if (!isLoaded) return cannotLoad(event.outOfMemory ? outOfMemory() : event.error);
        letGo();
        onFault(new Error(`The planner's thread is lost: ${event.error.message}`, { cause: event.error }));
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
    if (running) end((job) => job.reject(tooCostly(`more than ${memoryMib} MiB of memory`)));
  }

  function cannotLoad(error: Error): void {
    letGo();
    firstLoad.reject(new SupergraphError(error.message, { cause: error }));
    if (waiting.length > 0) onFault(error);
    for (const job of waiting.splice(0)) job.reject(overloaded(error));
  }

  const outOfMemory = () =>
    new Error(`The supergraph cannot be served: planning for it takes more than ${memoryMib} MiB of memory.`);

  function overrun(): void {
    // An answer that has come meanwhile counts, however long this thread could not look at it.
    setImmediate((job) => {
      if (job === null || job !== running) return;
      letGo();
      start();
      onFault(new Error(`Planning took longer than ${timeoutMs} ms: ${job.question.query.slice(0, 1000)}`));
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
    if (running || stopping.aborted) return;
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

  if (stopping.aborted) stop();
  else start();
  const facts = await firstLoad.promise;

  return {
    facts,
    plan(question) {
      if (waiting.length >= maxWaiting || stopping.aborted) {
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
  };

  function tooCostly(what: string): PublicError {
    statistics.refused += 1;
    return new PublicError(
      'PLANNING_TOO_COSTLY',
      `Planning this operation takes ${what}. Ask for less at once, or split it.`,
    );
  }
}

function overloaded(cause?: Error): PublicError {
  return new PublicError(
    'PLANNING_OVERLOADED',
    'Too many new operations wait to be planned. Try again in a moment; operations that were answered before are not concerned.',
    { cause },
  );
}

function asError({ code, message, stack }: PlanningError): Error {
  if (code) return new PublicError(code, message);
  return Object.assign(new Error(message), { stack });
}
