export interface PlannerOptions {
  /** Most milliseconds for planning one operation. */
  timeoutMs: number;
  /** Most operations that wait to be planned; equal ones count once. */
  maxWaiting: number;
  /** Largest heap of the planner's thread, in MiB. */
  memoryMib: number;
  /** Milliseconds without a new operation after which the thread is let go until the next one; 0 for never. */
  idleMs: number;
}

export const PLANNER_DEFAULTS: PlannerOptions = {
  timeoutMs: 5_000,
  maxWaiting: 256,
  memoryMib: 1024,
  idleMs: 300_000,
};

/** What the planner of an engine has done since the engine started, over all supergraphs. */
export interface PlanningStatistics {
  /** Operations that it was asked for. */
  planned: number;
  /** Operations that were refused: too costly, or too many waiting. */
  refused: number;
  /** Milliseconds from question to plan, added up. */
  planningMs: number;
  /** Threads: one for each supergraph, and one for each that was replaced or let go. */
  threadsStarted: number;
}

export function createPlanningStatistics(): PlanningStatistics {
  return { planned: 0, refused: 0, planningMs: 0, threadsStarted: 0 };
}
