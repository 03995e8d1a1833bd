import type { Caller } from './caller.ts';

/** The header that carries the assertion about the caller of a request. */
export const ASSERTION_HEADER = 'yiwang-assertion';

/** Provides the assertions about one caller that requests to subgraphs carry. */
export interface AssertionProvider {
  /** See {@link Caller.key}: requests with different keys are never treated as the same. */
  readonly key: string;
  readonly caller: Caller;
  /** The assertion for one request with this body; null for none. */
  assertionFor(subgraph: string, body: string): Promise<string> | string | null;
}

/** Sorted coordinates of the conditional fields that an operation reads, by subgraph. */
export type ReadsBySubgraph = ReadonlyMap<string, readonly string[]>;

export const NO_READS: ReadsBySubgraph = new Map();
const NONE: readonly string[] = [];

export function createAssertionProvider(
  caller: Caller,
  reads: ReadsBySubgraph,
  isMutation: boolean,
): AssertionProvider {
  return {
    key: caller.key,
    caller,
    assertionFor: (subgraph, body) =>
      caller.assertionFor(subgraph, reads.get(subgraph) ?? NONE, body, isMutation),
  };
}

/** Notifies a caller that a request sent for another caller answers both. */
export function noteShared(
  follower: AssertionProvider | undefined,
  leader: AssertionProvider | undefined,
): void {
  if (follower?.caller.sharesWith && leader && leader !== follower) follower.caller.sharesWith(leader.caller);
}
