import type { Logger } from '@yiwang/observability';
import type { Redis } from 'ioredis';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';

export const WINDOW_SECONDS = 60;

/** An answer that takes longer is not waited for. */
const REDIS_TIMEOUT_MS = 250;
const RECONNECT_MS = 1000;

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
  const redis = store === 'memory' ? null : await connect(store, logger);
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

async function connect(address: string, logger: Logger): Promise<Redis> {
  // Only where there is one: it takes 4 MiB of memory.
  const { Redis } = await import('ioredis');
  const redis = new Redis(address, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: REDIS_TIMEOUT_MS,
    // One that does not answer at all is not asked again until it does.
    socketTimeout: 4 * REDIS_TIMEOUT_MS,
    connectTimeout: 5000,
    retryStrategy: () => RECONNECT_MS,
  });
  let isDown = false;
  redis.on('error', (err: Error) => {
    if (isDown) return;
    isDown = true;
    logger.warn({ err }, 'Redis is down; rates are counted by this gateway alone');
  });
  redis.on('ready', () => {
    if (isDown) logger.info('Redis is back; rates are counted together');
    isDown = false;
  });
  return redis;
}
