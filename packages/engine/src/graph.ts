import type { GatewayExecutionResult, GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { CostFacts } from './cost/read-costs.ts';
import type { Caller, ConditionalReads } from './caller.ts';

/**
 * One supergraph, ready to answer. It never changes: another supergraph is another graph.
 *
 * This is what a way of executing has to provide; everything else of an engine is shared.
 */
export interface Graph {
  /** What clients may ask, without the parts that only serve federation. */
  readonly schema: GraphQLSchema;

  /** What `@cost` and `@listSize` say. */
  readonly costs: CostFacts;

  /**
   * Answers one operation, which has been validated and whose variables fit the schema.
   *
   * A department that fails costs its own fields only. Errors without an `originalError` are
   * written for the caller; any other, and a rejection, is a fault of ours that the server masks.
   */
  execute(request: GatewayGraphQLRequestContext): Promise<GatewayExecutionResult>;

  /**
   * Answers a request as it came, without a server's parsing, validating and printing. Null, at
   * once or in the end, when the request is not a valid query or mutation with fitting variables, or cannot be
   * planned: the server then finds out why.
   *
   * @throws PublicError NOT_ACCEPTABLE, before a department is asked, when parts are deferred and the caller
   *   does not understand an answer in parts; others, when only then it turns out that it cannot be planned
   */
  answer?(request: TextRequest): Promise<TextAnswer | null> | null;

  /**
   * Subscribes. Null when the request is not a valid subscription with fitting variables, or cannot be planned.
   *
   * @throws PublicError TOO_MANY_SUBSCRIPTIONS, SUBSCRIPTION_INTERRUPTED
   */
  subscribe?(request: TextRequest): Promise<Subscription | null>;

  /** Another graph has taken its place. It still answers what was validated against it, and lets go of what it can. */
  retire?(): void;
}

/** A GraphQL request as a client sends it. */
export interface TextRequest {
  query: string;
  operationName?: string | undefined;
  /** See PlanQuestion. */
  overrides?: readonly string[] | undefined;
  variables?: Readonly<Record<string, unknown>> | undefined;
  /** Aborts when the caller goes away. */
  signal?: AbortSignal | undefined;
  /** True when the caller understands an answer in parts (`@defer`). */
  inParts?: boolean | undefined;
  /** Who asks. Undefined when the gateway refuses nobody anything. */
  caller?: Caller | undefined;
}

export interface TextAnswer {
  /** JSON of `data`; `null` when a null went all the way up. */
  data: string;
  /** Written for the caller. */
  errors: readonly GraphQLFormattedError[];
  /** The whole answer as a GraphQL response in JSON, where it is there already. */
  body?: Buffer | undefined;
  /** Undefined when no conditional data was read. What deferred parts read is told with them. */
  reads?: ConditionalReads;
  /**
   * What was deferred, as it becomes known; undefined when there is nothing to wait for. Nothing is written before it is
   * asked for. Who stops reading has to call `return`: it stops waiting for departments.
   */
  later?: AsyncIterable<LaterAnswer>;
}

export interface LaterAnswer {
  /** In the order in which to apply them; never empty. */
  parts: readonly DeferredPart[];
  /** False for the last. */
  hasNext: boolean;
  /** Undefined when none of the parts has read conditional data. */
  reads?: ConditionalReads;
}

/** A deferred fragment of one object. */
export interface DeferredPart {
  /** JSON of the fragment's fields; `null` when a null went all the way up to the fragment. */
  data: string;
  /** Of the object in the answer. */
  path: readonly (string | number)[];
  label: string | undefined;
  /** Written for the caller, with paths from the root of the answer. */
  errors: readonly GraphQLFormattedError[];
}

/**
 * Answers, one for each event, in the order of the events. Ends when the department ends it; ends with a PublicError
 * when the department fails (DEPARTMENT_UNAVAILABLE) or this side cannot go on (SUBSCRIPTION_INTERRUPTED).
 *
 * Ask for one answer at a time: the department is read no faster than that. `return` lets go of the department at once,
 * also while an answer is awaited.
 */
export interface Subscription extends AsyncIterableIterator<TextAnswer> {
  return(): Promise<IteratorResult<TextAnswer>>;
  throw(): Promise<IteratorResult<TextAnswer>>;
}

/**
 * @param before the graph whose place the new one is to take; null for the first
 * @param stopping aborts when the engine stops
 * @throws SupergraphError when the text is not a supergraph that this way of executing can serve
 */
export type BuildGraph<Built extends Graph> = (
  supergraphSdl: string,
  before: Built | null,
  stopping: AbortSignal,
) => Promise<Built>;

/** The text is not a supergraph, or asks for a feature that the engine would not enforce. */
export class SupergraphError extends Error {
  override readonly name = 'SupergraphError';
}
