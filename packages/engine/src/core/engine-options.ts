import type { AnswerCache } from './answer-cache.ts';
import type { Caller, ConditionalReads, Requester } from './caller.ts';
import type { PlanStore } from './plan-store.ts';
import type { SubgraphClientOptions, SubgraphFault } from './subgraph.ts';

export interface EngineOptions extends SubgraphClientOptions {
  supergraphSdl: string;
  /** Called for every request that a subgraph failed to answer, for the log. */
  onSubgraphFault: (fault: SubgraphFault) => void;
  /**
   * Names of subgraphs that get every read, even when an equal one is in flight: their answers differ from one
   * moment to the next in a way that clients rely on. The stock gateway never shares reads.
   */
  unsharedSubgraphs?: readonly string[];
  /**
   * Labels of progressive `@override(from:, label:)` that are active for every request. Labels not named here are
   * inactive unless they are percentages. In the stock gateway every label is inactive, including percentages.
   */
  overrideLabels?: readonly string[];
  /** For the compiled engine. PLANNER_DEFAULTS fills in what is left out. */
  planner?: Partial<PlannerOptions>;
  /** For the compiled engine: where results of planning are kept for the next start of the process; nowhere by default. */
  planStore?: PlanStore | null;
  /** For the compiled engine: where answers are kept that `@cacheControl` allows; nowhere by default. */
  answerCache?: AnswerCache | null;
  /**
   * URLs for subscriptions, by the name of the subgraph: ws and wss use graphql-transport-ws, http and https
   * server-sent events. Other subgraphs get server-sent events at their own address. The stock gateway has no
   * subscriptions.
   */
  subscriptionUrls?: Readonly<Record<string, string>>;
  /** Maximum number of open subscriptions to subgraphs; 10,000 by default. */
  subscriptionLimit?: number;
  /** Maximum number of those for one requester; unlimited by default. */
  subscriptionLimitPerRequester?: number;
  /** Called when planning timed out or the planner's thread was lost, for the log. */
  onPlannerFault?: (fault: Error) => void;
}

/** What the server may add to the context of an operation for the engine. */
export interface EngineContext {
  /** Aborts when the caller disconnects. Queries then stop waiting for subgraphs; mutations run to their end. */
  signal?: AbortSignal;
  /** The caller. Undefined when the gateway does not authorize anyone. */
  caller?: Caller | undefined;
  /** See TextRequest. */
  requester?: Requester | undefined;
  /** Called with the conditional data that was read, before the answer is returned. */
  onReads?: (reads: ConditionalReads) => void;
}

export interface PlannerOptions {
  /** Maximum milliseconds for planning one operation. */
  timeoutMs: number;
  /** Maximum number of operations waiting to be planned; equal ones count once. */
  maxWaiting: number;
  /** Maximum number of those for one requester. */
  maxWaitingPerRequester: number;
  /** Maximum milliseconds of planning per minute for one requester; 0 for no limit. */
  budgetMs: number;
  /** Maximum heap of the planner's thread, in MiB. */
  memoryMib: number;
  /** Milliseconds without a new operation after which the thread is stopped until the next one; 0 for never. */
  idleMs: number;
  /**
   * Maximum milliseconds for warming up a new supergraph with the most recently used operations before the swap; 0
   * for no warm-up.
   */
  warmUpMs: number;
}

export const PLANNER_DEFAULTS: PlannerOptions = {
  timeoutMs: 5_000,
  maxWaiting: 256,
  maxWaitingPerRequester: 64,
  budgetMs: 15_000,
  memoryMib: 1024,
  idleMs: 300_000,
  warmUpMs: 10_000,
};

/** Planning counts since the engine started, over all supergraphs. */
export interface PlanningStatistics {
  /** Operations sent to the planner. */
  planned: number;
  /** Operations whose plans were in the store. */
  stored: number;
  /** Operations refused because they were too expensive or too many were waiting. */
  refused: number;
  /** Total milliseconds from plan request to plan. */
  planningMs: number;
  /** Threads started: one for each supergraph, and one for each thread that was replaced or stopped. */
  threadsStarted: number;
  /** Operations prepared for a new supergraph before the swap. */
  takenOver: number;
  /** Those of them that kept their compiled functions. */
  keptCompiled: number;
}

export function createPlanningStatistics(): PlanningStatistics {
  return {
    planned: 0,
    stored: 0,
    refused: 0,
    planningMs: 0,
    threadsStarted: 0,
    takenOver: 0,
    keptCompiled: 0,
  };
}

export interface PlannerReports {
  statistics: PlanningStatistics;
  /** Called when planning timed out or the thread was lost, for the log. */
  onFault: (fault: Error) => void;
}
