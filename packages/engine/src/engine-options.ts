import type { Caller, ConditionalReads } from './caller.ts';
import type { PlannerOptions } from './compiled/planner/planner-options.ts';
import type { DepartmentClientOptions } from './departments/department.ts';
import type { DepartmentFault } from './departments/department-fault.ts';

export interface EngineOptions extends DepartmentClientOptions {
  supergraphSdl: string;
  /** Told of every request that a department did not answer, for the log. */
  onDepartmentFault: (fault: DepartmentFault) => void;
  /**
   * Departments, by name, that are sent each read, though an equal one may be under way. For those whose answers differ
   * from one moment to the next in a way that clients count on. The stock gateway shares no reads.
   */
  unsharedDepartments?: readonly string[];
  /**
   * Labels of progressive `@override(from:, label:)` that hold for every request. A label that is not named, and is no
   * percentage, never holds. To the stock gateway none does, not even a percentage.
   */
  overrideLabels?: readonly string[];
  /** Of the compiled engine; see PLANNER_DEFAULTS for what is left out. */
  planner?: Partial<PlannerOptions>;
  /**
   * Where a department serves its subscriptions, by its name: ws and wss addresses speak graphql-transport-ws, http and
   * https server-sent events. Any other department serves server-sent events at its own address. The stock gateway
   * subscribes to nothing.
   */
  subscriptionUrls?: Readonly<Record<string, string>>;
  /** Most subscriptions at departments at once; 10,000 when it is not given. */
  subscriptionLimit?: number;
  /** Told when planning was cut short or the planner's thread was lost, for the log. */
  onPlannerFault?: (fault: Error) => void;
}

/** What the server may put into the context of an operation for the engine. */
export interface EngineContext {
  /** Aborts when the caller goes away. Queries then stop waiting for departments; mutations run to their end. */
  signal?: AbortSignal;
  /** Who asks. Undefined when the gateway refuses nobody anything. */
  caller?: Caller | undefined;
  /** Called before the answer is given, when conditional data was read. */
  onReads?: (reads: ConditionalReads) => void;
}
