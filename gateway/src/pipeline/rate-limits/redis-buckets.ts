import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import type { Buckets } from './memory-buckets.ts';

const PREFIX = 'yiwang:bucket:';
/** Keys that are cached as empty. */
const MAX_EMPTY = 100_000;

/**
 * One atomic step, so that two gateways never both take the last token. It uses the clock of Redis, since those of the gateways may
 * differ. Numbers are returned as text, since Redis truncates them.
 */
const TAKE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local take, holds = tonumber(ARGV[1]), tonumber(ARGV[2])
local untilFull = math.max(0, (tonumber(redis.call('GET', KEYS[1])) or 0) - now)
local after = untilFull + take
if after > holds and untilFull > 0 then return tostring(math.min(-1, holds - after)) end
redis.call('SET', KEYS[1], string.format('%.3f', now + after), 'PX', math.max(1, math.ceil(after)))
return string.format('%.3f', after)
`;

interface WithTake extends Redis {
  takeOfBucket(key: string, takeMs: number, holdsMs: number): Promise<string>;
}

/** @param fallback counts while Redis does not answer */
export function createRedisBuckets(redis: Redis, fallback: Buckets): Buckets {
  redis.defineCommand('takeOfBucket', { numberOfKeys: 1, lua: TAKE });
  const emptyUntil = new LRUCache<string, { until: number; takeMs: number }>({ max: MAX_EMPTY });

  async function ask(key: string, takeMs: number, holdsMs: number): Promise<number> {
    try {
      const taken = Number(await (redis as WithTake).takeOfBucket(PREFIX + key, takeMs, holdsMs));
      if (taken < 0) emptyUntil.set(key, { until: performance.now() - taken, takeMs });
      return taken;
    } catch {
      return fallback.take(key, takeMs, holdsMs);
    }
  }

  return {
    take(key, takeMs, holdsMs) {
      if (redis.status !== 'ready') return fallback.take(key, takeMs, holdsMs);
      // A key that was refused is refused again without Redis, unless it now needs less: a bucket only fills.
      const empty = emptyUntil.get(key);
      if (!empty || empty.takeMs > takeMs) return ask(key, takeMs, holdsMs);
      const wait = empty.until - performance.now();
      return wait > 0 ? Math.min(-1, -wait) : ask(key, takeMs, holdsMs);
    },
  };
}
