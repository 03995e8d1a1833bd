import type { FetchNode, PlanNode } from '@apollo/query-planner';
import type { ErrorCode } from '@yiwang/errors';
import type { AccessFacts } from '../../access/access-facts.ts';
import type { Department } from '../../departments/department.ts';
import type { CostFacts } from '../../cost/read-costs.ts';
import type { RenamedKeys } from '../response-keys.ts';
import type { OverrideLabels } from '../supergraph/override-labels.ts';
import type { StandIns } from '../supergraph/stand-ins.ts';
import type { PlanQuestion } from './plan-question.ts';

/**
 * What the request thread and the planner's thread say to each other: plain data.
 *
 * The thread begins to read its supergraph when it starts, and says `loaded` or `unloadable` once. It then
 * answers each question with `planned` or `unplannable`, one after the other.
 */
export type FromPlanner =
  | { kind: 'loaded'; facts: SupergraphFacts }
  | { kind: 'unloadable'; error: Error }
  | { kind: 'planned'; planned: string }
  | { kind: 'unplannable'; error: PlanningError };

export type ToPlanner = PlanQuestion;

/** What the planner's thread is started with. */
export interface PlannerStart {
  supergraphSdl: string;
}

/** All that running needs to know of a supergraph. */
export interface SupergraphFacts {
  /** What clients may ask, as SDL in parts: see buildSchema. */
  apiSdl: readonly string[];
  departments: readonly Department[];
  /** The object types of each abstract type of the supergraph, which knows more types than clients see. */
  possibleTypes: ReadonlyMap<string, readonly string[]>;
  /** Names of the query's root fields that look up one entity. */
  lookups: readonly string[];
  standIns: Pick<StandIns, 'calls' | 'requirements' | 'keys'>;
  overrides: OverrideLabels;
  costs: CostFacts;
  access: AccessFacts;
}

/** A plan as the departments understand it. Sent as JSON: quicker to read than a clone, and equal plans are equal texts. */
export interface PlannedOperation {
  /** The fetch whose answers are the events of a subscription; null for queries and mutations. */
  events: FetchNode | null;
  /** What is asked for, beneath each event of a subscription. Null when no department has to be asked. */
  plan: PlanNode | null;
  keys: RenamedKeys;
}

/** With a code when it is written for the caller. */
export interface PlanningError {
  code: ErrorCode | null;
  message: string;
  stack: string | undefined;
}
