import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** Kinds of requests whose time is remembered. */
const MAX_KINDS = 1000;
/** How far one request moves what is expected when it took less, and when it took more. */
const FALL = 0.5;
const RISE = 0.05;
/** Where the variables begin in the body of a request. Within a string the quote would be escaped. */
const VARIABLES = '","variables":{';

/**
 * How long requests to a subgraph take, learned from those that had to wait for their turn: while there is room for all, nothing is measured.
 */
export class ExpectedTimes {
  readonly #times = new LRUCache<string, number>({ max: MAX_KINDS });
  /** Of all kinds, for one that is new; 0 before the first was measured. */
  #ofAll = 0;

  /** Milliseconds; 0 before the first was measured. */
  of(kind: string): number {
    return this.#times.get(kind) ?? this.#ofAll;
  }

  /**
   * The fastest of late count most: a request that takes longer than others of its kind has waited in the subgraph, behind requests that may
   * have been of any kind.
   */
  learn(kind: string, ms: number): void {
    const before = this.#times.get(kind) ?? ms;
    this.#times.set(kind, before + (ms < before ? FALL : RISE) * (ms - before));
    this.#ofAll = this.#ofAll === 0 ? ms : this.#ofAll + RISE * (ms - this.#ofAll);
  }
}

/**
 * What a request asks, and how much of it: requests of one kind take about as long. These are the text of the operation, and the size of the
 * whole body up to the next power of two, because a request may be for one reference or for hundreds.
 */
export function kindOf(body: string): string {
  const variables = body.indexOf(VARIABLES);
  // A hash, since a part of the body would keep all of it in memory.
  const operation = hash('sha1', variables < 0 ? body : body.slice(0, variables), 'base64');
  return `${operation} ${32 - Math.clz32(body.length)}`;
}
