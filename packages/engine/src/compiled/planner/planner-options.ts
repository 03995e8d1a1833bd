export interface PlannerOptions {
  /** Most milliseconds for planning one operation. */
  timeoutMs: number;
  /** Most operations that wait to be planned; equal ones count once. */
  maxWaiting: number;
  /** Largest heap of the planner's thread, in MiB. */
  memoryMib: number;
  /** Milliseconds without a new operation after which the thread is let go until the next one; 0 for never. */
  idleMs: number;
  /**
   * Most milliseconds in which the operations that were asked for last are prepared for a new supergraph before it
   * takes the place of the one before; 0 for none.
   */
  warmUpMs: number;
}

export const PLANNER_DEFAULTS: PlannerOptions = {
  timeoutMs: 5_000,
  maxWaiting: 256,
  memoryMib: 1024,
  idleMs: 300_000,
  warmUpMs: 10_000,
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
  /** Operations that were ready on a new supergraph before it took the place of the one before. */
  takenOver: number;
  /** Those of them whose compiled form served the new supergraph as it was. */
  keptCompiled: number;
}

export function createPlanningStatistics(): PlanningStatistics {
  return { planned: 0, refused: 0, planningMs: 0, threadsStarted: 0, takenOver: 0, keptCompiled: 0 };
}

export interface PlannerReports {
  statistics: PlanningStatistics;
  /** Told when planning was cut short or the thread was lost, for the log. */
  onFault: (fault: Error) => void;
}
