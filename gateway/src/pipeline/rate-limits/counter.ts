import type { Logger } from '@yiwang/service/logging';
import { connectRedis } from '@yiwang/service/redis';
import { createMemoryBuckets } from './memory-buckets.ts';
import { createRedisBuckets } from './redis-buckets.ts';

const MINUTE_MS = 60_000;

const NEWS = {
  down: 'Redis is down; this gateway counts rates alone',
  back: 'Redis is back; gateways count rates together',
};

/** What a key has left after a count. */
export interface Used {
  isWithin: boolean;
  remaining: number;
  /** Until there is enough for what was refused; else until the bucket is full. */
  resetMs: number;
}

/** Returns whole seconds, at least one. */
export function secondsOf({ resetMs }: Pick<Used, 'resetMs'>): number {
  return Math.max(1, Math.ceil(resetMs / 1000));
}

/** Counts amounts by key. */
export interface Counter {
  /** @param limit the most that the amounts of a key may be in a minute, in the long run */
  add(key: string, amount: number, limit: number): Used | Promise<Used>;
}

export interface Counters extends AsyncDisposable {
  /** Returns what a key may use at once after a long rest. */
  capacityOf(limit: number): number;
  /** Whole seconds in which a key regains that. */
  readonly burstSeconds: number;
  /** @param name keeps the counts of several counters apart */
  counter(name: string): Counter;
}

/**
 * Creates the counters of this process, or of all gateways that share a Redis. While Redis is down or slow, this process counts
 * alone: otherwise an attacker who brings Redis down would lock everybody out.
 *
 * @param store `memory`, or the address of a Redis
 * @param burstSeconds how much of its minute a key may use at once
 */
export async function createCounters(store: string, logger: Logger, burstSeconds = 60): Promise<Counters> {
  const redis = store === 'memory' ? null : await connectRedis(store, logger, NEWS);
  const memory = createMemoryBuckets();
  const buckets = redis ? createRedisBuckets(redis, memory) : memory;
  return {
    capacityOf: (limit) => Math.max(1, Math.floor((limit * burstSeconds) / 60)),
    burstSeconds,
    counter(name) {
      return {
        add(key, amount, limit) {
          const eachMs = MINUTE_MS / limit;
          // There is room for one at least.
          const holdsMs = Math.max(burstSeconds * 1000, eachMs);
          const taken = buckets.take(`${name}:${key}`, amount * eachMs, holdsMs);
          return typeof taken === 'number'
            ? usedOf(taken, eachMs, holdsMs)
            : taken.then((ms) => usedOf(ms, eachMs, holdsMs));
        },
      };
    },
    async [Symbol.asyncDispose]() {
      redis?.disconnect();
    },
  };
}

function usedOf(taken: number, eachMs: number, holdsMs: number): Used {
  if (taken < 0) return { isWithin: false, remaining: 0, resetMs: -taken };
  const remaining = Math.max(0, Math.floor((holdsMs - taken) / eachMs));
  // Where nothing is left, the client waits for the next one.
  const untilNext = Math.max(0, taken + eachMs - holdsMs);
  return { isWithin: true, remaining, resetMs: remaining === 0 ? untilNext : taken };
}
