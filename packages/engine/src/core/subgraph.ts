import type { GraphQLFormattedError } from 'graphql';
import type { SubgraphPolicy } from './subgraph-policy.ts';

export interface Subgraph {
  name: string;
  /** The http or https URL of its GraphQL endpoint. */
  url: string;
}

export interface SubgraphRequest {
  query: string;
  variables?: Readonly<Record<string, unknown>> | undefined;
  operationName?: string | undefined;
}

export interface SubgraphClientOptions
  extends
    Pick<SubgraphPolicy, 'timeoutMs' | 'connections'>,
    Partial<Omit<SubgraphPolicy, 'timeoutMs' | 'connections'>> {
  /** Maximum size of an answer, in bytes. */
  answerLimitBytes: number;
  /** What differs from the policy above, by the names of subgraphs. */
  overrides?: Readonly<Record<string, Partial<SubgraphPolicy>>>;
  /**
   * With what connections to a subgraph over TLS are made, asked for each; the same object while nothing has changed. Those of Node's own
   * authorities, and no certificate, where it is left out.
   */
  tlsOf?: (subgraph: string) => TlsIdentity | undefined;
  /** Called when a subgraph is paused because it does not answer, and when it is asked again; for the log. */
  onPause?: (subgraph: string, isPaused: boolean) => void;
  /** Called before each request to a subgraph. Whoever leaves it out pays nothing for it. */
  onFetch?: (subgraph: Subgraph) => FetchObserver;
  /** As `onFetch`, for each subscription. */
  onSubscribe?: (subgraph: Subgraph) => SubscriptionObserver | undefined;
}

/** Watches one subscription at a subgraph. */
export interface SubscriptionObserver {
  /** Names and values in turn, which are sent when it is opened. */
  headers: string[];
  /** Called when events can come, and when the subscription has ended: only the first call counts. @param fault null when it was opened */
  opened(fault: FaultReason | null): void;
  /** Called with what answers an event, once it is there. */
  event<Answer extends { errors: readonly GraphQLFormattedError[] }>(
    answer: () => Promise<Answer>,
  ): Promise<Answer>;
}

/** Authorities that are accepted, and a certificate that is shown, with its key; in PEM. */
export interface TlsIdentity {
  ca?: string;
  cert?: string;
  key?: string;
}

/** Observes one request to a subgraph, with its retries. */
export interface FetchObserver {
  /** Headers that the request carries besides those of every request, as name, value, name, value, … */
  headers?: readonly string[] | undefined;
  /** @param status of HTTP; null when there was no whole answer */
  end(outcome: 'ANSWERED' | 'FAILED' | FaultReason, status: number | null): void;
}

/** What protects a subgraph at this moment. */
export interface SubgraphState {
  subgraph: string;
  breaker: 'CLOSED' | 'OPEN' | 'HALF_OPEN';
  /** Requests that were sent and are not answered yet. */
  inFlight: number;
  /** Requests that wait for their turn. */
  waiting: number;
}

/** Why a subgraph gave no GraphQL answer, or no further event. */
export type FaultReason =
  'UNREACHABLE' | 'TIMEOUT' | 'PAUSED' | 'BUSY' | 'TOO_LARGE' | 'NOT_GRAPHQL' | 'BROKEN_OFF' | 'CANCELLED';

const EXPLANATIONS: Record<FaultReason, string> = {
  UNREACHABLE: 'cannot be reached',
  TIMEOUT: 'did not answer in time',
  PAUSED: 'is not asked for a moment, because it did not answer',
  BUSY: 'has too many requests waiting',
  TOO_LARGE: 'sent an answer that is too large',
  NOT_GRAPHQL: 'sent an answer that is not GraphQL',
  BROKEN_OFF: 'broke a subscription off',
  CANCELLED: 'was not waited for any longer',
};

/**
 * Thrown when a subgraph does not answer as it should. The message is for the log and may contain addresses;
 * callers get the {@link explanation}.
 */
export class SubgraphFault extends Error {
  override readonly name = 'SubgraphFault';
  readonly subgraph: string;
  readonly reason: FaultReason;

  constructor(subgraph: string, reason: FaultReason, detail: string, cause?: unknown) {
    super(`${subgraph} ${EXPLANATIONS[reason]}: ${detail}`, { cause });
    this.subgraph = subgraph;
    this.reason = reason;
  }

  /** Safe to send: names the subgraph and the kind of failure, nothing else. */
  get explanation(): string {
    return `The department ${this.subgraph} ${EXPLANATIONS[this.reason]}.`;
  }
}

/**
 * Converts a stack overflow into a fault. JSON.parse accepts any depth, but recursion over the result fails after
 * some thousands of levels. The engine does not measure the depth of each answer for the sake of a rare one.
 *
 * @returns null for any other error
 */
export function faultOfNesting(subgraph: string, error: unknown): SubgraphFault | null {
  if (!(error instanceof RangeError)) return null;
  return new SubgraphFault(subgraph, 'NOT_GRAPHQL', 'it is nested too deeply', error);
}

/** Returns whether a JSON value has more levels of objects and lists than this. */
export function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inside) => isDeeperThan(levels - 1, inside));
}

/** Describes why a connection failed, for the log. */
export function explain(error: unknown): string {
  // A host name with several addresses fails with one error for each, and an empty message.
  const causes = error instanceof AggregateError ? error.errors : [error];
  return causes.map(messageOf).join('; ');
}

function messageOf(cause: unknown): string {
  // JSON.parse quotes what it was given, which may be anybody's data, and the explanation goes to the log.
  if (cause instanceof SyntaxError) return 'not JSON';
  return cause instanceof Error ? cause.message : String(cause);
}
