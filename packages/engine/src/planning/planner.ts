import { hash } from 'node:crypto';
import { isPublicError, PublicError } from '@yiwang/errors';
import { SupergraphError } from '../core/graph.ts';
import {
  type PlannedOperation,
  type PlanningError,
  type SupergraphFacts,
  type PlannerThread,
  startPlannerThread,
  type ThreadEvent,
} from './planner-thread.ts';
import { createPlanQueue, overloaded, type PlanQueue, type Waiting } from './plan-queue.ts';
import type { PlanRequest } from '../core/plan-request.ts';
import type { Requester } from '../core/caller.ts';
import type { PlanningShares } from './planning-shares.ts';
import type { PlannerOptions, PlannerReports } from '../core/engine-options.ts';
import type { PlanStore } from '../core/plan-store.ts';
import { createStoredPlans, type StoredPlans } from './stored-plans.ts';

export interface Planned {
  planned: PlannedOperation;
  /** Equal for equal plans. */
  planHash: string;
  /** Length of the plan as JSON. */
  planCharacters: number;
}

/** Plans the operations of one supergraph in a separate thread. */
export interface Planner {
  facts: SupergraphFacts;
  /**
   * Plans one operation when it is its requesters' turn.
   *
   * @param requesters see Waiting
   * @throws PublicError PLANNING_TOO_COSTLY, PLANNING_OVERLOADED, RATE_LIMITED, or when the subgraphs together
   *   cannot answer it
   */
  plan(planRequest: PlanRequest, requesters?: readonly Requester[]): Promise<Planned>;
  /** Called when another supergraph has replaced this one. The thread is stopped once nobody waits for a plan. */
  retire(): void;
}

interface Job extends Waiting {
  /** Takes a PlannedOperation as JSON. */
  resolve: (planned: string) => void;
}

const RETIRED_IDLE_MS = 1000;
/** By then a system that starts as a whole has its CPUs for other work. */
const STORED_START_MS = 10_000;

/**
 * Starts the planner. One thread plans one operation at a time. The others wait here, so that none is lost with a
 * thread; those whose requesters have used the least planning time are next. A thread that takes too long or dies
 * is replaced. An idle thread is stopped until it is needed again.
 *
 * @param store null for none. With the supergraph in it the planner is ready at once: its thread starts when an operation is not in the
 *   store, or a moment later, so that hardly anyone waits for it
 * @param stopping ends everything at once; waiting operations are refused
 * @throws SupergraphError
 */
export async function startPlanner(
  supergraphSdl: string,
  options: PlannerOptions,
  shares: PlanningShares,
  reports: PlannerReports,
  store: PlanStore | null,
  stopping: AbortSignal,
): Promise<Planner> {
  const stored = store && createStoredPlans(store, supergraphSdl, reports.onFault);
  const storedFacts = stored?.facts() ?? null;
  const planner = new ThreadedPlanner(supergraphSdl, options, shares, reports, stopping);
  if (storedFacts && !stopping.aborted) planner.startSoon();
  else planner.start();
  const facts = storedFacts ?? (await planner.loaded);
  if (!storedFacts) stored?.keepFacts(facts);
  const plan: Planner['plan'] = async (planRequest, requesters = []) =>
    asPlanned(
      await (stored ? planOnce(stored, planRequest, requesters) : planner.plan(planRequest, requesters)),
    );
  return { facts, plan, retire: () => planner.retire() };

  async function planOnce(plans: StoredPlans, planRequest: PlanRequest, requesters: readonly Requester[]) {
    const known = plans.plan(planRequest);
    if (known !== null) {
      reports.statistics.stored += 1;
      return known;
    }
    const planned = await planner.plan(planRequest, requesters);
    plans.keepPlan(planRequest, planned);
    return planned;
  }
}

function asPlanned(planned: string): Planned {
  return {
    planned: JSON.parse(planned),
    planHash: hash('sha256', planned, 'base64'),
    planCharacters: planned.length,
  };
}

class ThreadedPlanner {
  readonly #supergraphSdl: string;
  readonly #options: PlannerOptions;
  readonly #shares: PlanningShares;
  readonly #reports: PlannerReports;
  readonly #stopping: AbortSignal;
  readonly #waiting: PlanQueue<Job>;
  readonly #firstLoad = Promise.withResolvers<SupergraphFacts>();
  #running: Job | null = null;
  #thread: PlannerThread | null = null;
  #isLoaded = false;
  #isRetired = false;
  #began = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    supergraphSdl: string,
    options: PlannerOptions,
    shares: PlanningShares,
    reports: PlannerReports,
    stopping: AbortSignal,
  ) {
    this.#supergraphSdl = supergraphSdl;
    this.#options = options;
    this.#shares = shares;
    this.#reports = reports;
    this.#stopping = stopping;
    this.#waiting = createPlanQueue<Job>(shares, options);
  }

  start(): void {
    if (this.#stopping.aborted) this.#stop();
    else this.#start();
  }

  /** For a supergraph whose facts are known: the thread starts when it is needed, or a moment later. */
  startSoon(): void {
    // Nobody waits for the facts.
    this.#firstLoad.promise.catch(() => {});
    this.#timer = setTimeout(() => {
      if (!this.#thread && !this.#isRetired && !this.#stopping.aborted) this.#start();
    }, STORED_START_MS);
    this.#timer.unref();
  }

  /** Resolves when the supergraph has been read for the first time. */
  get loaded(): Promise<SupergraphFacts> {
    return this.#firstLoad.promise;
  }

  plan(planRequest: PlanRequest, requesters: readonly Requester[]): Promise<string> {
    return new Promise((resolve, fail) => {
      const reject = (error: Error) => {
        this.#reports.statistics.refused += isOverload(error) ? 1 : 0;
        fail(error);
      };
      try {
        if (this.#stopping.aborted) throw overloaded();
        this.#waiting.add({ planRequest, requesters, tries: 0, resolve, reject });
      } catch (error) {
        return reject(error as Error);
      }
      return this.#runNext();
    });
  }

  retire(): void {
    this.#isRetired = true;
    this.#runNext();
  }

  #start(): void {
    this.#isLoaded = false;
    this.#reports.statistics.threadsStarted += 1;
    const started = startPlannerThread(this.#supergraphSdl, this.#options.memoryMib, (event) => {
      if (this.#thread === started) this.#handle(event);
    });
    this.#thread = started;
    this.#stopping.addEventListener('abort', this.#stop, { once: true });
  }

  #stopThread(): void {
    this.#thread?.stop();
    this.#letGoOfThread();
  }

  #letGoOfThread(): void {
    clearTimeout(this.#timer);
    this.#stopping.removeEventListener('abort', this.#stop);
    this.#thread = null;
  }

  readonly #stop = (): void => {
    if (this.#isLoaded && !this.#running) this.#thread?.release();
    else this.#thread?.stop();
    this.#letGoOfThread();
    this.#firstLoad.reject(new SupergraphError('The engine has stopped.'));
    for (const job of this.#running ? [this.#running, ...this.#waiting.takeAll()] : this.#waiting.takeAll())
      job.reject(overloaded());
    this.#running = null;
  };

  #handle(event: ThreadEvent): void {
    switch (event.kind) {
      case 'loaded':
        this.#isLoaded = true;
        this.#firstLoad.resolve(event.facts);
        return this.#runNext();
      case 'planned':
        return this.#end((job) => job.resolve(event.planned));
      case 'unplannable':
        return this.#end((job) => job.reject(asError(event.error)));
      case 'unloadable':
        return this.#cannotLoad(event.error);
      case 'died':
        if (!this.#isLoaded) return this.#cannotLoad(event.outOfMemory ? this.#outOfMemory() : event.error);
        this.#stopThread();
        this.#reports.onFault(
          new Error(`The planner's thread is lost: ${event.error.message}`, { cause: event.error }),
        );
        return this.#handleLostThread(event.outOfMemory);
    }
  }

  /** The running job may have killed the thread, so it is not retried forever. */
  #handleLostThread(isTooLarge: boolean): void {
    if (this.#running && this.#running.tries < 2 && !isTooLarge) {
      this.#waiting.addFirst(this.#running);
      this.#running = null;
      clearTimeout(this.#timer);
      return this.#runNext();
    }
    if (this.#running)
      this.#end((job) => job.reject(this.#tooCostly(`more than ${this.#options.memoryMib} MiB of memory`)));
  }

  #cannotLoad(error: Error): void {
    this.#stopThread();
    this.#firstLoad.reject(new SupergraphError(error.message, { cause: error }));
    if (this.#waiting.length > 0) this.#reports.onFault(error);
    for (const job of this.#waiting.takeAll()) job.reject(overloaded(error));
  }

  #outOfMemory(): Error {
    const { memoryMib } = this.#options;
    return new Error(
      `The supergraph cannot be served: planning for it takes more than ${memoryMib} MiB of memory.`,
    );
  }

  #handleTimeout(): void {
    // A plan that has arrived meanwhile counts, however long this thread was busy.
    setImmediate((job) => {
      if (job === null || job !== this.#running) return;
      this.#stopThread();
      this.#start();
      this.#reports.onFault(
        new Error(
          `Planning took longer than ${this.#options.timeoutMs} ms: ${job.planRequest.query.slice(0, 1000)}`,
        ),
      );
      this.#end(() => job.reject(this.#tooCostly(`longer than ${this.#options.timeoutMs} ms`)));
    }, this.#running);
  }

  #end(finish: (job: Job) => void): void {
    clearTimeout(this.#timer);
    const job = this.#running;
    this.#running = null;
    const tookMs = performance.now() - this.#began;
    this.#reports.statistics.planningMs += tookMs;
    if (job?.requesters[0]) this.#shares.charge(job.requesters[0], tookMs);
    if (job) finish(job);
    this.#runNext();
  }

  #runNext(): void {
    if (this.#running || this.#stopping.aborted) return;
    if (this.#waiting.length === 0) return this.#startIdleTimer();
    if (!this.#thread) return this.#start();
    if (!this.#isLoaded) return;
    clearTimeout(this.#timer);
    this.#running = this.#waiting.next()!;
    this.#running.tries += 1;
    this.#reports.statistics.planned += 1;
    this.#began = performance.now();
    this.#timer = setTimeout(() => this.#handleTimeout(), this.#options.timeoutMs);
    this.#thread.ask(this.#running.planRequest);
  }

  #startIdleTimer(): void {
    clearTimeout(this.#timer);
    const afterMs = this.#isRetired ? RETIRED_IDLE_MS : this.#options.idleMs;
    if (this.#thread && afterMs > 0) this.#timer = setTimeout(() => this.#stopThread(), afterMs);
  }

  #tooCostly(what: string): PublicError {
    this.#reports.statistics.refused += 1;
    return new PublicError(
      'PLANNING_TOO_COSTLY',
      `Planning this operation takes ${what}. Ask for less at once, or split it.`,
    );
  }
}

function isOverload(error: Error): boolean {
  return isPublicError(error) && (error.code === 'PLANNING_OVERLOADED' || error.code === 'RATE_LIMITED');
}

function asError({ code, message, stack }: PlanningError): Error {
  if (code) return new PublicError(code, message);
  return Object.assign(new Error(message), { stack });
}
