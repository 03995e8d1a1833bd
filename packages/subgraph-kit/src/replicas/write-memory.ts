import type { Logger } from '@yiwang/service/logging';
import { connectRedis } from '@yiwang/service/redis';
import { LRUCache } from 'lru-cache';
import type { LogPosition } from './log-position.ts';

/** Longer than any replica that is asked is behind: then it has what was written before. */
export const REMEMBERED_MS = 120_000;
const MAX_WRITERS = 100_000;

/** Remembers up to where a replica must have replayed the log before it may answer those who have written. */
export interface WriteMemory extends Disposable {
  /** Notes that the log ended there after a write of this writer. */
  note(writer: string, position: LogPosition): Promise<void>;
  /** Null when nothing is known to have been written; undefined when that cannot be found out now. */
  find(writer: string): LogPosition | null | undefined | Promise<LogPosition | null | undefined>;
}

/**
 * Opens the memory of this process, or of all processes of a department that share a Redis.
 *
 * @param store `memory`, or the address of a Redis
 * @param department its name in the graph; several departments may share a Redis
 */
export async function openWriteMemory(
  store: string,
  department: string,
  logger: Logger,
): Promise<WriteMemory> {
  return store === 'memory' ? ofThisProcess() : ofAllProcesses(store, department, logger);
}

function ofThisProcess(): WriteMemory {
  const positions = new LRUCache<string, { position: LogPosition }>({ max: MAX_WRITERS, ttl: REMEMBERED_MS });
  return {
    async note(writer, position) {
      const before = positions.get(writer)?.position ?? 0n;
      positions.set(writer, { position: position > before ? position : before });
    },
    find: (writer) => positions.get(writer)?.position ?? null,
    [Symbol.dispose]: () => positions.clear(),
  };
}

async function ofAllProcesses(address: string, department: string, logger: Logger): Promise<WriteMemory> {
  const redis = await connectRedis(address, logger, {
    down: 'Redis is down; the primary is asked instead of the replica',
    back: 'Redis is back; the replica is asked again',
  });
  const alone = ofThisProcess();
  const keyOf = (writer: string) => `yiwang:writes:${department}:${writer}`;
  return {
    async note(writer, position) {
      await alone.note(writer, position);
      // Another process may note a later position first. A score is exact up to 8 PiB of log.
      await redis
        .multi()
        .zadd(keyOf(writer), 'GT', Number(position), 'position')
        .pexpire(keyOf(writer), REMEMBERED_MS)
        .exec()
        .catch(() => {});
    },
    async find(writer) {
      try {
        const [own, shared] = [await alone.find(writer), await redis.zscore(keyOf(writer), 'position')];
        const position = shared === null ? 0n : BigInt(shared);
        return own != null && own > position ? own : shared === null ? null : position;
      } catch {
        return undefined;
      }
    },
    [Symbol.dispose]: () => redis.disconnect(),
  };
}
