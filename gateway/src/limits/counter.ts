import type { Logger } from '@yiwang/observability';
import { connectRedis } from '@yiwang/redis';
import type { Redis } from 'ioredis';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';

export const WINDOW_SECONDS = 60;

const NEWS = {
  down: 'Redis is down; rates are counted by this gateway alone',
  back: 'Redis is back; rates are counted together',
};

/** What a key has used in its minute, which begins with its first use. */
export interface Used {
  isWithin: boolean;
  remaining: number;
  /** Until the minute is over. */
  resetMs: number;
}

/** Whole seconds until the minute is over; at least one. */
export function secondsOf({ resetMs }: Pick<Used, 'resetMs'>): number {
  return Math.max(1, Math.ceil(resetMs / 1000));
}

/** Counts by key. */
export interface Counter {
  /** @param limit of all amounts of a key in a minute */
  add(key: string, amount: number, limit: number): Promise<Used>;
}

export interface Counters extends AsyncDisposable {
  /** @param name keeps the counts of several counters apart */
  counter(name: string): Counter;
}

/**
 * Counters of this process, or of all gateways that share a Redis. While Redis is down or slow, this process counts
 * by itself: whoever brings Redis down could otherwise lock everybody out.
 *
 * @param store `memory`, or the address of a Redis
 */
export async function createCounters(store: string, logger: Logger): Promise<Counters> {
  const redis = store === 'memory' ? null : await connectRedis(store, logger, NEWS);
  return {
    counter(name) {
      // The limit is part of a limiter, not of what it stores.
      const limiters = new Map<number, RateLimiterAbstract>();
      return {
        async add(key, amount, limit) {
          let limiter = limiters.get(limit);
          if (!limiter) {
            limiter = createLimiter(redis, name, limit);
            limiters.set(limit, limiter);
          }
          try {
            const { remainingPoints, msBeforeNext } = await limiter.consume(key, amount);
            return { isWithin: true, remaining: remainingPoints, resetMs: msBeforeNext };
          } catch (exceeded) {
            if (!(exceeded instanceof RateLimiterRes)) throw exceeded;
            return { isWithin: false, remaining: 0, resetMs: exceeded.msBeforeNext };
          }
        },
      };
    },
    async [Symbol.asyncDispose]() {
      redis?.disconnect();
    },
  };
}

function createLimiter(redis: Redis | null, name: string, points: number): RateLimiterAbstract {
  const options = { keyPrefix: `yiwang:${name}`, points, duration: WINDOW_SECONDS };
  const memory = new RateLimiterMemory(options);
  if (!redis) return memory;
  return new RateLimiterRedis({
    ...options,
    storeClient: redis,
    insuranceLimiter: memory,
    rejectIfRedisNotReady: true,
    // Who is over the limit is refused without asking Redis again.
    inMemoryBlockOnConsumed: points + 1,
  });
}
