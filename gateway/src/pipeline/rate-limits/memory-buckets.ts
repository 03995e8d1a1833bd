/**
 * Token buckets by key, each of which fills steadily. The store holds for each the moment when it is full again (the "theoretical
 * arrival time" of the generic cell rate algorithm), so that an empty store is a store of full buckets.
 */
export interface Buckets {
  /**
   * Takes tokens out of a bucket when there are enough. A full bucket also gives more than it holds: the rate stays the same,
   * because the next client waits longer.
   *
   * @param takeMs how long the bucket takes to refill what is taken
   * @param holdsMs how long an empty bucket takes until it is full
   * @returns milliseconds until the bucket is full again when it was taken; otherwise, as a negative number, until there is enough
   */
  take(key: string, takeMs: number, holdsMs: number): number | Promise<number>;
}

/** Full buckets are dropped when the store has this many. */
const FORGET_FROM = 10_000;
/** Beyond it, the oldest are dropped, full or not. */
const MAX_BUCKETS = 1_000_000;

/** @param now milliseconds of a clock that never goes back */
export function createMemoryBuckets(now: () => number = () => performance.now()): Buckets {
  const fullAt = new Map<string, number>();
  let forgetFrom = FORGET_FROM;

  function forget(moment: number): void {
    for (const [key, at] of fullAt) if (at <= moment) fullAt.delete(key);
    for (const key of fullAt.keys()) {
      if (fullAt.size <= MAX_BUCKETS) break;
      fullAt.delete(key);
    }
    forgetFrom = Math.max(FORGET_FROM, fullAt.size * 2);
  }

  return {
    take(key, takeMs, holdsMs) {
      const moment = now();
      const untilFull = Math.max(0, (fullAt.get(key) ?? 0) - moment);
      const after = untilFull + takeMs;
      if (after > holdsMs && untilFull > 0) return Math.min(-1, holdsMs - after);
      fullAt.set(key, moment + after);
      if (fullAt.size > forgetFrom) forget(moment);
      return after;
    },
  };
}
