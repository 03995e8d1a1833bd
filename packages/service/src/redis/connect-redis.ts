import type { Logger } from '../logging/index.ts';
import type { Redis } from 'ioredis';

/** An answer that takes longer is not waited for. */
const TIMEOUT_MS = 250;
const RECONNECT_MS = 1000;

/** What the log says, once each time. */
export interface RedisNews {
  down: string;
  back: string;
}

/**
 * A connection that is made again whenever it is lost. Commands are never kept for later: they fail at once while there is
 * none, and after a quarter of a second without an answer; they may have been carried out then all the same.
 */
export async function connectRedis(
  address: string,
  logger: Logger,
  { down, back }: RedisNews,
): Promise<Redis> {
  // Only where there is one: it takes 4 MiB of memory.
  const { Redis } = await import('ioredis');
  const redis = new Redis(address, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: TIMEOUT_MS,
    // One that does not answer at all is not asked again until it does.
    socketTimeout: 4 * TIMEOUT_MS,
    connectTimeout: 5000,
    retryStrategy: () => RECONNECT_MS,
  });
  let isDown = false;
  redis.on('error', (err: Error) => {
    if (isDown) return;
    isDown = true;
    logger.warn({ err }, down);
  });
  redis.on('ready', () => {
    if (isDown) logger.info(back);
    isDown = false;
  });
  return redis;
}
