import { Worker } from 'node:worker_threads';
import type { FetchNode, PlanNode } from '@apollo/query-planner';
import type { ErrorCode } from '@yiwang/errors';
import type { AccessFacts } from '../core/access-facts.ts';
import type { CacheFacts } from '../core/cache-facts.ts';
import type { Subgraph } from '../core/subgraph.ts';
import type { CostFacts } from '../core/read-costs.ts';
import type { RenamedKeys } from './alias-conflicts.ts';
import type { OverrideLabels } from './progressive-override.ts';
import type { PlaceholderAliases } from '../query-plan/placeholder-aliases.ts';
import type { PlanRequest } from '../core/plan-request.ts';

/**
 * The messages between the request thread and the planner's thread, as plain data.
 *
 * The planner's thread reads the supergraph that it is sent, and sends `loaded` or `unloadable`. It then answers each
 * plan request with `planned` or `unplannable`, one at a time, until it is sent another supergraph.
 */
export type FromPlanner =
  | { kind: 'loaded'; facts: SupergraphFacts }
  | { kind: 'unloadable'; error: Error }
  | { kind: 'planned'; planned: string }
  | { kind: 'unplannable'; error: PlanningError };

export type ToPlanner = { kind: 'load'; supergraphSdl: string } | { kind: 'plan'; planRequest: PlanRequest };

/** Everything that executing operations needs to know about a supergraph. */
export interface SupergraphFacts {
  /** The API schema as SDL in parts: see buildSchema. */
  apiSdl: readonly string[];
  subgraphs: readonly Subgraph[];
  /** The object types of each abstract type of the supergraph, which has more types than clients see. */
  possibleTypes: ReadonlyMap<string, readonly string[]>;
  /** Names of the root query fields that look up one entity. */
  lookups: readonly string[];
  placeholders: Pick<PlaceholderAliases, 'calls' | 'requirements' | 'keys'>;
  overrides: OverrideLabels;
  costs: CostFacts;
  /** Null for a supergraph in which nothing may be cached. */
  caching: CacheFacts | null;
  access: AccessFacts;
}

/**
 * A plan as the subgraphs understand it. Sent as JSON, because parsing is faster than a structured clone, and equal
 * plans have equal texts.
 */
export interface PlannedOperation {
  /** The fetch whose answers are the events of a subscription; null for queries and mutations. */
  events: FetchNode | null;
  /** The plan; for a subscription, what is fetched beneath each event. Null when no subgraph has to be asked. */
  plan: PlanNode | null;
  keys: RenamedKeys;
}

/** Has a code when the message is written for the caller. */
export interface PlanningError {
  code: ErrorCode | null;
  message: string;
  stack: string | undefined;
}

export type ThreadEvent = FromPlanner | { kind: 'died'; outOfMemory: boolean; error: Error };

export interface PlannerThread {
  ask(planRequest: PlanRequest): void;
  /** Terminates the thread at once. No event comes after the call. */
  stop(): void;
  /** Gives up a thread that waits for work: the next planner of this process may have it. No event comes after the call. */
  release(): void;
}

/** The planner recurses from type to type: 5,000 types in a row need more than the default of 4 MiB. */
const STACK_MIB = 64;
/** Planning makes much garbage; a larger young generation would be kept after reading the first supergraph. */
const YOUNG_MIB = 16;
/**
 * How long a released thread waits for another planner. Loading Apollo's planner takes most of the time that a small
 * supergraph needs to start, and programs that open one graph after the other, such as tests, are spared it.
 */
const RELEASED_MS = 2000;

const released = new Set<RunningThread>();

/** Returns a thread with Apollo's planner, which reads the supergraph at once. */
export function startPlannerThread(
  supergraphSdl: string,
  memoryMib: number,
  listen: (event: ThreadEvent) => void,
): PlannerThread {
  const thread = [...released].find((one) => one.memoryMib === memoryMib) ?? new RunningThread(memoryMib);
  thread.load(supergraphSdl, listen);
  return thread;
}

class RunningThread implements PlannerThread {
  readonly memoryMib: number;
  readonly #worker: Worker;
  #listen: ((event: ThreadEvent) => void) | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(memoryMib: number) {
    this.memoryMib = memoryMib;
    this.#worker = new Worker(new URL('planner-worker.ts', import.meta.url), {
      name: 'planner',
      resourceLimits: {
        maxOldGenerationSizeMb: memoryMib,
        maxYoungGenerationSizeMb: YOUNG_MIB,
        stackSizeMb: STACK_MIB,
      },
    });
    this.#worker.on('message', (event: FromPlanner) => this.#listen?.(event));
    this.#worker.on('error', (error) => this.#die(error));
    this.#worker.on('exit', (code) => this.#die(new Error(`The planner's thread ended with code ${code}.`)));
  }

  load(supergraphSdl: string, listen: (event: ThreadEvent) => void): void {
    this.#leaveReleased();
    this.#worker.ref();
    this.#listen = listen;
    this.#send({ kind: 'load', supergraphSdl });
  }

  ask(planRequest: PlanRequest): void {
    this.#send({ kind: 'plan', planRequest });
  }

  stop(): void {
    this.#leaveReleased();
    this.#listen = null;
    void this.#worker.terminate();
  }

  release(): void {
    this.#listen = null;
    this.#worker.unref();
    this.#timer = setTimeout(() => this.stop(), RELEASED_MS);
    this.#timer.unref();
    released.add(this);
  }

  #send(message: ToPlanner): void {
    this.#worker.postMessage(message);
  }

  #leaveReleased(): void {
    clearTimeout(this.#timer);
    released.delete(this);
  }

  #die(error: Error): void {
    this.#leaveReleased();
    const listen = this.#listen;
    this.#listen = null;
    const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    listen?.({ kind: 'died', outOfMemory, error });
  }
}
