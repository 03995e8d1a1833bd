import type { SubgraphPolicy } from '../../core/subgraph-policy.ts';
import { type BreakerEvents, CircuitBreaker } from './circuit-breaker.ts';
import { ExpectedTimes, kindOf } from './expected-times.ts';
import { WaitingRequests } from './waiting-requests.ts';

/** Why a request is not sent at all. */
export type Rejection = 'PAUSED' | 'BUSY';

/** What became of a request; `REFUSED` when no connection was made. */
export type Outcome = 'ANSWERED' | 'NOT_ANSWERED' | 'REFUSED' | 'CANCELLED';

/** A request that wants to be sent. */
export interface PendingRequest {
  /** What is sent. */
  readonly body: string;
  /** Sends it, at once or when it is its turn. */
  start(): void;
  /** Called instead of `start` for one that waited. */
  reject(rejection: Rejection): void;
}

/** Retries that may be saved up. */
const MAX_SAVED_RETRIES = 10;
/** Retries that each request earns: at most a tenth of all requests is sent again, so that retries never multiply an outage. */
const EARNED = 0.1;

/**
 * Limits the requests in flight to one subgraph: others wait for their turn, which comes sooner for those that are expected to be short, and
 * all are rejected while its circuit breaker is open.
 */
export class ConcurrencyLimiter {
  readonly #policy: Pick<SubgraphPolicy, 'connections' | 'queue'>;
  readonly #now: () => number;
  readonly #breaker: CircuitBreaker;
  /** One that gives up leaves it. */
  readonly #waiting = new WaitingRequests<PendingRequest>();
  readonly #times = new ExpectedTimes();
  /** Requests in flight that have waited, with when they were started. */
  readonly #measured = new Map<PendingRequest, number>();
  #inFlight = 0;
  #savedRetries = MAX_SAVED_RETRIES;

  constructor(policy: SubgraphPolicy, events: BreakerEvents = {}) {
    this.#policy = policy;
    this.#now = events.now ?? (() => performance.now());
    this.#breaker = new CircuitBreaker(policy, events);
  }

  get state(): { breaker: CircuitBreaker['state']; inFlight: number; waiting: number } {
    return { breaker: this.#breaker.state, inFlight: this.#inFlight, waiting: this.#waiting.size };
  }

  /** Starts the request, or lets it wait; returns the reason when it is rejected. */
  enter(pending: PendingRequest): Rejection | null {
    const isFree = this.#inFlight < this.#policy.connections;
    if (!isFree && this.#waiting.size >= this.#policy.queue) return 'BUSY';
    if (!this.#breaker.admits()) return 'PAUSED';
    if (this.#savedRetries < MAX_SAVED_RETRIES) this.#savedRetries += EARNED;
    if (isFree) this.#start(pending);
    else this.#waiting.add(pending, this.#times.of(kindOf(pending.body)));
    return null;
  }

  /** Takes a request back that has not been started. */
  withdraw(pending: PendingRequest): void {
    if (this.#waiting.delete(pending)) this.#breaker.abandon();
  }

  /**
   * To be called once for each request that was started.
   *
   * @param outcome `CANCELLED` when nobody waits for it any longer
   */
  leave(pending: PendingRequest, outcome: Outcome): void {
    this.#inFlight -= 1;
    if (this.#measured.size > 0) this.#measure(pending, outcome);
    if (outcome === 'ANSWERED') this.#breaker.succeed();
    else if (outcome === 'CANCELLED') this.#breaker.abandon();
    else if (this.#breaker.fail(outcome === 'REFUSED')) this.#rejectWaiting();
    if (this.#waiting.size === 0 || this.#inFlight >= this.#policy.connections) return;
    const next = this.#waiting.take()!;
    this.#measured.set(next, this.#now());
    this.#start(next);
  }

  /** Takes one of the retries that requests have earned; false when there is none. */
  takeRetry(): boolean {
    if (this.#savedRetries < 1) return false;
    this.#savedRetries -= 1;
    return true;
  }

  #start(pending: PendingRequest): void {
    this.#inFlight += 1;
    pending.start();
  }

  /** Learns how long a request took that had waited. One that was not answered took so long at least. */
  #measure(pending: PendingRequest, outcome: Outcome): void {
    const startedAt = this.#measured.get(pending);
    if (startedAt === undefined) return;
    this.#measured.delete(pending);
    const kind = kindOf(pending.body);
    const ms = this.#now() - startedAt;
    if (outcome === 'ANSWERED' || (outcome !== 'REFUSED' && ms > this.#times.of(kind))) {
      this.#times.learn(kind, ms);
    }
  }

  #rejectWaiting(): void {
    for (const one of this.#waiting.clear()) one.reject('PAUSED');
  }
}
