import type { GraphQLFormattedError } from 'graphql';
import {
  type AssertionProvider,
  createAssertionProvider,
  type ReadsBySubgraph,
} from './assertion-provider.ts';
import type { Dependency } from './answer-cache.ts';
import type { Caller } from './caller.ts';
import type { Cancellation } from './cancellation.ts';

/** An object of a subgraph's answer, or the tree into which all answers are merged. */
export type Json = Record<string, unknown>;

/** The references of all objects at one path of the plan. */
export interface References {
  /** In the order of the answer. */
  entities: readonly Json[];
  /** The index of each entity's reference; -1 for an entity without one. */
  numbers: readonly number[];
  /** The distinct references, in the form that the fetch uses. */
  references: readonly string[];
}

/** The state of one running operation: the only mutable part of an execution. */
export interface Run {
  /** The answers so far, merged. */
  readonly data: Json;
  /** In order of arrival, with paths from the root of the answer. */
  readonly errors: GraphQLFormattedError[];
  /** As the client sent them; subgraphs apply their own defaults. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Variables with their defaults, for evaluating conditions. */
  readonly conditions: Readonly<Record<string, unknown>>;
  /** References written since the last merge, by name of the writer, so that parallel fetches share them. */
  readonly written: Map<string, References>;
  /** Cancelled when nobody waits for the answer any longer; undefined for a run that must finish. */
  readonly cancellation: Cancellation | undefined;
  /** Undefined when requests carry no assertion. */
  readonly assertionProvider: AssertionProvider | undefined;
  /**
   * When the caller last changed something, by the clock of the cache: entities that were read before are too old for it. Infinity where no
   * entity may come from a cache: for mutations and events, which have just changed something.
   */
  readonly notBefore: number;
  /** The age of the oldest entity that came from a cache, in milliseconds. */
  oldestMs: number;
  /** The fetches so far, for an answer that may be cached. */
  readonly fetched: Fetched[] | undefined;
  /** The bytes of the subgraph's answer, when the client gets them unchanged. */
  passed?: Buffer;
  /** Undefined when the operation defers nothing. */
  readonly later: Later | undefined;
}

/** A fetch of a run, and the references that it sent; null for one of root fields. */
export interface Fetched {
  dependenciesOf(run: Run, references: readonly string[] | null): readonly Dependency[];
  references: readonly string[] | null;
}

interface RunRequest extends Pick<Run, 'variables' | 'conditions' | 'cancellation'> {
  caller?: Caller | undefined;
  notBefore?: number | undefined;
}

/** What every run of one operation shares. */
export interface OperationFacts {
  reads: ReadsBySubgraph;
  isMutation: boolean;
  /** Whether its answers may be cached. */
  isCacheable?: boolean;
}

/** Begins a run, with no answer yet. */
export function createRun(
  { variables, conditions, cancellation, caller, notBefore = Infinity }: RunRequest,
  { reads, isMutation, isCacheable = false }: OperationFacts,
  later?: Later,
): Run {
  return {
    data: {},
    errors: [],
    written: new Map(),
    variables,
    conditions,
    cancellation,
    assertionProvider: caller && createAssertionProvider(caller, reads, isMutation),
    notBefore,
    oldestMs: 0,
    fetched: isCacheable ? [] : undefined,
    later,
  };
}

/** Coordinates the steps of a plan with deferred parts. */
export interface Later {
  /**
   * @param ids of the fetches that will be marked as merged; a fetch that was split appears once for each of its
   *   parts
   */
  expect(ids: readonly string[]): void;
  /** Starts the steps that wait for a fetch, once all parts of it have been merged. */
  markMerged(id: string): void;
  /** Runs the step of a deferred part once the fetches that it depends on have been merged. */
  begin(number: string, depends: readonly string[], step: Step, run: Run): void;
}

/** A compiled part of a plan. Returns undefined when there is nothing to wait for. */
export type Step = (run: Run) => Promise<void> | undefined;

export const NOTHING: Step = () => undefined;

/** Returns JavaScript that reads an own property, even one named like a property that every object inherits. */
export function ownProperty(object: string, name: string): string {
  const text = JSON.stringify(name);
  return name in Object.prototype
    ? `(Object.hasOwn(${object},${text})?${object}[${text}]:undefined)`
    : `${object}[${text}]`;
}
