import type { FetchNode, PlanNode } from '@apollo/query-planner';
import type { ErrorCode } from '@yiwang/errors';
import type { AccessFacts } from '../core/access-facts.ts';
import type { Subgraph } from '../core/subgraph.ts';
import type { CostFacts } from '../core/read-costs.ts';
import type { RenamedKeys } from './alias-conflicts.ts';
import type { OverrideLabels } from './progressive-override.ts';
import type { PlaceholderAliases } from '../query-plan/placeholder-aliases.ts';
import type { PlanRequest } from '../core/plan-request.ts';
import { Worker } from 'node:worker_threads';

/**
 * The messages between the request thread and the planner's thread, as plain data.
 *
 * The planner's thread starts reading its supergraph at once and sends `loaded` or `unloadable` once. It then
 * answers each plan request with `planned` or `unplannable`, one at a time.
 */
export type FromPlanner =
  | { kind: 'loaded'; facts: SupergraphFacts }
  | { kind: 'unloadable'; error: Error }
  | { kind: 'planned'; planned: string }
  | { kind: 'unplannable'; error: PlanningError };

export type ToPlanner = PlanRequest;

/** The data that the planner's thread starts with. */
export interface PlannerStart {
  supergraphSdl: string;
}

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
  ask(planRequest: ToPlanner): void;
  /** Terminates the thread at once. No event comes after the call. */
  stop(): void;
}

/** The planner recurses from type to type: 5,000 types in a row need more than the default of 4 MiB. */
const STACK_MIB = 64;
/** Planning makes much garbage; a larger young generation would be kept after reading the first supergraph. */
const YOUNG_MIB = 16;

/** Starts a thread with Apollo's planner, which reads the supergraph at once. */
export function startPlannerThread(
  start: PlannerStart,
  memoryMib: number,
  listen: (event: ThreadEvent) => void,
): PlannerThread {
  const worker = new Worker(new URL('planner-worker.ts', import.meta.url), {
    name: 'planner',
    workerData: start,
    resourceLimits: {
      maxOldGenerationSizeMb: memoryMib,
      maxYoungGenerationSizeMb: YOUNG_MIB,
      stackSizeMb: STACK_MIB,
    },
  });
  let ended = false;
  const die = (error: Error) => {
    if (ended) return;
    ended = true;
    const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    listen({ kind: 'died', outOfMemory, error });
  };
  worker.on('message', (event: FromPlanner) => {
    if (!ended) listen(event);
  });
  worker.on('error', die);
  worker.on('exit', (code) => die(new Error(`The planner's thread ended with code ${code}.`)));

  return {
    ask: (planRequest) => worker.postMessage(planRequest),
    stop() {
      ended = true;
      void worker.terminate();
    },
  };
}
