import type { SubgraphPolicy } from '../../core/subgraph-policy.ts';

/** Pauses grow to so many times the first one. */
const MAX_GROWTH = 10;
/** The part of the first pause that a subgraph is paused which refuses connections, such as one that is being started again. */
const SHORT = 0.25;
/** Each pause is up to so much shorter or longer, so that several gateways do not try again at the same moment. */
const JITTER = 0.2;

export interface BreakerEvents {
  /** Called when the subgraph is paused, and when it is asked again as usual; not for each pause in a row. */
  onChange?: (isPaused: boolean) => void;
  /** Milliseconds of any clock that only goes forward. */
  now?: () => number;
  random?: () => number;
}

/**
 * Pauses a subgraph that does not answer: instead of waiting until the time-out again and again, its callers are told at once.
 *
 * - Closed: requests pass. After {@link SubgraphPolicy.failures} in a row without an answer it opens.
 * - Open: requests are refused until the pause is over.
 * - Half-open: one request passes. When it is answered the breaker closes, otherwise it opens for a longer pause.
 *
 * An answer closes it in any state: a subgraph that answers late is there.
 */
export class CircuitBreaker {
  readonly #policy: Pick<SubgraphPolicy, 'failures' | 'pauseMs'>;
  readonly #onChange: (isPaused: boolean) => void;
  readonly #now: () => number;
  readonly #random: () => number;
  #failuresInARow = 0;
  #pausesInARow = 0;
  #pausedUntil = 0;
  #isTrying = false;

  constructor(
    policy: Pick<SubgraphPolicy, 'failures' | 'pauseMs'>,
    { onChange = () => {}, now = () => performance.now(), random = Math.random }: BreakerEvents = {},
  ) {
    this.#policy = policy;
    this.#onChange = onChange;
    this.#now = now;
    this.#random = random;
  }

  get state(): 'CLOSED' | 'OPEN' | 'HALF_OPEN' {
    if (this.#pausesInARow === 0) return 'CLOSED';
    return this.#isTrying || this.#now() >= this.#pausedUntil ? 'HALF_OPEN' : 'OPEN';
  }

  /** Whether a request may be sent. Each one that may must be followed by one of the three calls below. */
  admits(): boolean {
    if (this.#pausesInARow === 0) return true;
    if (this.#isTrying || this.#now() < this.#pausedUntil) return false;
    this.#isTrying = true;
    return true;
  }

  /** A request was answered, whatever the answer says. */
  succeed(): void {
    this.#failuresInARow = 0;
    if (this.#pausesInARow === 0) return;
    this.#pausesInARow = 0;
    this.#isTrying = false;
    this.#onChange(false);
  }

  /**
   * A request was not answered. Returns whether the subgraph is paused now.
   *
   * @param wasRefused the connection was refused: the next try costs nobody a time-out, so the pause is short and does not grow
   */
  fail(wasRefused = false): boolean {
    this.#failuresInARow += 1;
    const { failures } = this.#policy;
    if (failures === 0) return false;
    // Requests that were sent before the pause fail during it, and say nothing new.
    const mustPause = this.#pausesInARow === 0 ? this.#failuresInARow >= failures : this.#isTrying;
    if (mustPause) this.#pause(wasRefused);
    return this.#pausesInARow > 0;
  }

  /** Nobody waits for a request any longer, so that it says nothing about the subgraph. */
  abandon(): void {
    this.#isTrying = false;
  }

  #pause(isShort: boolean): void {
    const growth = isShort ? SHORT : Math.min(2 ** this.#pausesInARow, MAX_GROWTH);
    const jitter = 1 + JITTER * (2 * this.#random() - 1);
    this.#pausedUntil = this.#now() + this.#policy.pauseMs * growth * jitter;
    this.#pausesInARow += 1;
    this.#isTrying = false;
    if (this.#pausesInARow === 1) this.#onChange(true);
  }
}
