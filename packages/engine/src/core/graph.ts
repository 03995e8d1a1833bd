import type { GatewayExecutionResult, GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { CacheStatus, Dependency } from './answer-cache.ts';
import type { QueryPlan } from './query-plan.ts';
import type { CostFacts } from './read-costs.ts';
import type { Caller, ConditionalReads, Requester } from './caller.ts';

/**
 * One supergraph, ready to answer operations. It never changes: another supergraph is another graph.
 *
 * Each way of executing implements this; everything else in an engine is shared.
 */
export interface Graph {
  /** The API schema: what clients may query, without the parts that only serve federation. */
  readonly schema: GraphQLSchema;

  /** The costs that `@cost` and `@listSize` declare. */
  readonly costs: CostFacts;

  /**
   * Answers one operation that has been validated and whose variables fit the schema.
   *
   * A failing subgraph costs only its own fields. Errors without an `originalError` are written for the caller. Any
   * other error, and a rejection, is an internal fault that the server masks.
   */
  execute(request: GatewayGraphQLRequestContext): Promise<GatewayExecutionResult>;

  /**
   * Answers a request directly, without the server's parsing, validating and printing. Null, at once or later, when
   * the request is not a valid query or mutation with fitting variables, or cannot be planned: the server then
   * finds out why.
   *
   * @throws PublicError NOT_ACCEPTABLE, before a subgraph is asked, when the operation defers and the caller does
   *   not accept parts; other codes when it turns out only then that the operation cannot be planned
   */
  answer?(request: TextRequest): Promise<TextAnswer | null> | null;

  /**
   * Answers one request like `answer`, in one piece, and reports how. The run is planned, compiled and sent for this request
   * alone, so that it shares nothing with others. Null, before anything is sent, where `answer` would be null.
   *
   * @throws PublicError when the operation cannot be planned
   */
  explain?(request: TextRequest): Promise<ExplainedAnswer | null>;

  /**
   * Whether it makes a difference to an operation for whom its caller acts: it changes something, or reads what `@ownData` opens.
   */
  usesMandates?(query: string, operationName: string | undefined): boolean;

  /**
   * Starts a subscription. Null when the request is not a valid subscription with fitting variables, or cannot be
   * planned.
   *
   * @throws PublicError TOO_MANY_SUBSCRIPTIONS, SUBSCRIPTION_INTERRUPTED
   */
  subscribe?(request: TextRequest): Promise<Subscription | null>;

  /**
   * Called when another graph has replaced this one. It still answers operations that were validated against it,
   * and frees what it can.
   */
  retire?(): void;
}

/** A GraphQL request as a client sends it. */
export interface TextRequest {
  query: string;
  operationName?: string | undefined;
  /** See PlanRequest. */
  overrides?: readonly string[] | undefined;
  variables?: Readonly<Record<string, unknown>> | undefined;
  /** Aborts when the caller disconnects. */
  signal?: AbortSignal | undefined;
  /** Whether the caller accepts an answer in parts (`@defer`). */
  inParts?: boolean | undefined;
  /**
   * Whether the request came by a safe method, which may not change anything. Mutations are then left to the
   * server, which explains the refusal.
   */
  isSafe?: boolean | undefined;
  /** The caller. Undefined when the gateway does not authorize anyone. */
  caller?: Caller | undefined;
  /**
   * The requester whose share of the planner a new operation uses. Undefined for an operation that is never held
   * back.
   */
  requester?: Requester | undefined;
}

export interface TextAnswer {
  /** JSON of `data`; `null` when a null propagated to the root. */
  data: string;
  /** Written for the caller. */
  errors: readonly GraphQLFormattedError[];
  /** The whole GraphQL response as JSON, when it already exists. */
  body?: Buffer | undefined;
  /** Undefined for an answer that may not be cached. */
  cached?: CacheStatus | undefined;
  /** What the data of the whole answer was made from, for a cache; undefined when it may not be cached. */
  dependencies?: readonly Dependency[] | undefined;
  /** Milliseconds since the oldest part of it was read, when that came from a cache; 0 when none did. */
  oldestMs?: number | undefined;
  /** Undefined when no conditional data was read. What deferred parts read is reported with each part. */
  reads?: ConditionalReads;
  /**
   * The deferred parts as they become ready; undefined when there are none. A part is written when the reader asks
   * for it. A reader that stops early must call `return`, which stops waiting for subgraphs.
   */
  later?: AsyncIterable<LaterAnswer>;
  /** The announced parts, without those nested in them; present whenever `later` is. */
  pending?: readonly AnnouncedPart[];
}

/** An answer together with how it came about. */
export interface ExplainedAnswer {
  answer: TextAnswer;
  queryPlan: QueryPlan;
}

export interface LaterAnswer {
  /** In the order in which to apply them; never empty. */
  parts: readonly DeferredPart[];
  /** Parts nested in these, which come later or along with them. */
  pending: readonly AnnouncedPart[];
  /** False for the last answer. */
  hasNext: boolean;
  /** Undefined when none of the parts read conditional data. */
  reads?: ConditionalReads;
}

/** A deferred fragment of one object that has not been sent yet. */
export interface AnnouncedPart {
  /** Distinguishes it from the other parts of one answer. */
  id: string;
  /** Path of the object in the answer. */
  path: readonly (string | number)[];
  label: string | undefined;
}

/** A deferred fragment of one object, with its data. */
export interface DeferredPart extends AnnouncedPart {
  /** JSON of the fragment's fields; `null` when a null propagated to the fragment. */
  data: string;
  /** Written for the caller, with paths from the root of the answer. */
  errors: readonly GraphQLFormattedError[];
}

/**
 * One answer for each event, in the order of the events. Ends when the subgraph ends the subscription. Ends with a
 * PublicError when the subgraph fails (DEPARTMENT_UNAVAILABLE) or this side cannot continue
 * (SUBSCRIPTION_INTERRUPTED).
 *
 * Request one answer at a time: the subgraph is read no faster than that. `return` releases the subgraph at once,
 * even while an answer is awaited.
 */
export interface Subscription extends AsyncIterableIterator<TextAnswer> {
  return(): Promise<IteratorResult<TextAnswer>>;
  throw(): Promise<IteratorResult<TextAnswer>>;
}

/**
 * @param before the graph to be replaced; null for the first
 * @param stopping aborts when the engine stops
 * @throws SupergraphError when the text is not a supergraph that this way of executing can serve
 */
export type BuildGraph<Built extends Graph> = (
  supergraphSdl: string,
  before: Built | null,
  stopping: AbortSignal,
) => Promise<Built>;

/** Thrown when the text is not a supergraph, or demands a feature that the engine would not enforce. */
export class SupergraphError extends Error {
  override readonly name = 'SupergraphError';
}
