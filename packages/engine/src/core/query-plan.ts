import type { GraphQLFormattedError } from 'graphql';

/**
 * How one run of an operation asked the subgraphs. It holds names, counts, sizes and times: no value of a field, no argument or
 * variable, and no reference to an entity. Names are those of the schema that the caller sees.
 */
export interface QueryPlan {
  /** Milliseconds of planning, which a cached operation does not need. */
  planningMs: number;
  /** Milliseconds from the beginning of the first fetch to the written answer. */
  executionMs: number;
  /** Null when no subgraph was asked. */
  node: QueryPlanNode | null;
  /** In the order in which they were sent. */
  requests: readonly QueryPlanRequest[];
  /** Selections that the gateway denied, for which no subgraph was asked. */
  denied: readonly DeniedSelection[];
}

/** A node of the plan, named as in Apollo's query plans. */
export type QueryPlanNode = ChildrenNode | FlattenNode | ConditionNode | FetchReport;

/** The nodes run one after the other, or at the same time. */
export interface ChildrenNode {
  kind: 'Sequence' | 'Parallel';
  nodes: readonly QueryPlanNode[];
}

/** The node runs for the objects at a path of the answer. */
export interface FlattenNode {
  kind: 'Flatten';
  /** Names in the answer; `@` for the items of a list, `…` for an object that the operation does not select. */
  path: readonly string[];
  node: QueryPlanNode;
}

/** The node runs when a variable of the operation has this value. */
export interface ConditionNode {
  kind: 'Condition';
  variable: string;
  holds: boolean;
  node: QueryPlanNode;
}

/** What one fetch of the plan did in this run. */
export interface FetchReport {
  kind: 'Fetch';
  /** Unique in the plan; from 0. */
  id: number;
  /** Name of the department. */
  department: string;
  /** What is selected, without arguments. Fields that the caller's schema does not show are left out. */
  selection: string;
  /** How many distinct entities were asked for; null for a fetch of root fields. */
  entities: number | null;
  /** `SKIPPED` when a condition left it out or there was no entity to ask for; `FAILED` when an answer did not come. */
  state: 'ANSWERED' | 'FAILED' | 'SKIPPED';
  /** Milliseconds since the run began; null when it was skipped. */
  startMs: number | null;
  /** Null when it was skipped. */
  durationMs: number | null;
  /** Whether equal requests of the same caller that are in flight are sent once. Those of this run never are. */
  isShareable: boolean;
}

/** One HTTP request to a department. */
export interface QueryPlanRequest {
  department: string;
  /** Ids of the fetches; several when they were batched. */
  fetches: readonly number[];
  /** Milliseconds since the run began. */
  startMs: number;
  /** To the last byte of the answer. */
  durationMs: number;
  /** Bytes of the body that was sent. */
  sentBytes: number;
  /** Bytes of the body that came back; null when none came. */
  receivedBytes: number | null;
}

/** Says no more than the error at the same path. */
export interface DeniedSelection {
  path: NonNullable<GraphQLFormattedError['path']>;
  /** `Type.field`. */
  coordinate: string;
  /** Code of the error. */
  code: string;
  /** What is missing, as in `extensions.reason` of the error; null when it names none. */
  reason: string | null;
}
