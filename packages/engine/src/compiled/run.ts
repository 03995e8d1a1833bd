import type { GraphQLFormattedError } from 'graphql';
import type { Cancellation } from '../departments/cancellation.ts';
import type { Voucher } from '../access/voucher.ts';
import type { References } from './plan/distinct-references.ts';

/** An object of a department's answer, or the tree that all answers are merged into. */
export type Json = Record<string, unknown>;

/** One operation while it runs: the only mutable thing of an execution. */
export interface Run {
  /** The answers so far, merged where they belong. */
  readonly data: Json;
  /** In the order in which they became known, paths from the root of the answer. */
  readonly errors: GraphQLFormattedError[];
  /** As the client sent them; departments apply their own defaults. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Variables with their defaults, for conditions. */
  readonly conditions: Readonly<Record<string, unknown>>;
  /** References written since the last merge, by what wrote them: fetches in parallel share them. */
  readonly written: Map<string, References>;
  /** Cancelled when nobody waits for the answer any longer; undefined when it is to run to its end. */
  readonly cancellation: Cancellation | undefined;
  /** Who vouches to departments for the caller; undefined when nobody has to. */
  readonly voucher: Voucher | undefined;
  /** The department's answer, when it may go to the client as it is. */
  passed?: Buffer;
  /** What is answered later; undefined when the operation defers nothing. */
  readonly later?: Later;
}

/** What the steps of a plan with deferred parts tell of themselves. */
export interface Later {
  /** @param ids of the fetches that will be told of; one that became several is in it several times */
  expect(ids: readonly string[]): void;
  /** Lets begin what waits for a fetch, once all of it has been merged. */
  tellFetched(id: string): void;
  /** Runs the step of a part as soon as the fetches have been merged that it builds on. */
  begin(number: string, depends: readonly string[], step: Step, run: Run): void;
}

/** A part of a compiled plan. Undefined when there was nothing to wait for. */
export type Step = (run: Run) => Promise<void> | undefined;

export const NOTHING: Step = () => undefined;
