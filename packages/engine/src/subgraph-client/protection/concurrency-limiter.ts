import type { SubgraphPolicy } from '../../core/subgraph-policy.ts';
import { type BreakerEvents, CircuitBreaker } from './circuit-breaker.ts';

/** Why a request is not sent at all. */
export type Rejection = 'PAUSED' | 'BUSY';

/** What became of a request; `REFUSED` when no connection was made. */
export type Outcome = 'ANSWERED' | 'NOT_ANSWERED' | 'REFUSED' | 'CANCELLED';

/** A request that wants to be sent. */
export interface PendingRequest {
  /** Sends it, at once or when it is its turn. */
  start(): void;
  /** Called instead of `start` for one that waited. */
  reject(rejection: Rejection): void;
}

/** Retries that may be saved up. */
const MAX_SAVED_RETRIES = 10;
/** Retries that each request earns: at most a tenth of all requests is sent again, so that retries never multiply an outage. */
const EARNED = 0.1;

/** Limits the requests in flight to one subgraph: others wait in turn, and all are rejected while its circuit breaker is open. */
export class ConcurrencyLimiter {
  readonly #policy: Pick<SubgraphPolicy, 'connections' | 'queue'>;
  readonly #breaker: CircuitBreaker;
  /** In the order in which they came; one that gives up leaves it. */
  readonly #waiting = new Set<PendingRequest>();
  #inFlight = 0;
  #savedRetries = MAX_SAVED_RETRIES;

  constructor(policy: SubgraphPolicy, events?: BreakerEvents) {
    this.#policy = policy;
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
    else this.#waiting.add(pending);
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
  leave(outcome: Outcome): void {
    this.#inFlight -= 1;
    if (outcome === 'ANSWERED') this.#breaker.succeed();
    else if (outcome === 'CANCELLED') this.#breaker.abandon();
    else if (this.#breaker.fail(outcome === 'REFUSED')) this.#rejectWaiting();
    if (this.#waiting.size === 0 || this.#inFlight >= this.#policy.connections) return;
    const [next] = this.#waiting;
    this.#waiting.delete(next!);
    this.#start(next!);
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

  #rejectWaiting(): void {
    const refused = [...this.#waiting];
    this.#waiting.clear();
    for (const one of refused) one.reject('PAUSED');
  }
}
