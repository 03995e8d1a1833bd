import { PublicError } from '@yiwang/errors';
import type { Logger } from '@yiwang/observability';
import { connectRedis } from '@yiwang/redis';
import { LRUCache } from 'lru-cache';

/** Ids of more assertions than a gateway signs for mutations within the life of one. */
const MOST_IDS = 100_000;
/** What one process takes for expired, the clock of another may take for good a while yet. */
const CLOCK_SKEW_MS = 60_000;

/** Which assertions were used for a mutation, so that one that was overheard cannot be sent again. */
export interface ReplayMemory extends Disposable {
  /**
   * Notes that the assertion is used. A promise only where others are asked.
   *
   * @returns true for the first time
   * @throws PublicError DEPARTMENT_UNAVAILABLE while nobody can tell
   */
  use(assertion: UsedAssertion): boolean | Promise<boolean>;
}

export interface UsedAssertion {
  id: string;
  /** Milliseconds since 1970, after which it is not accepted by anyone. */
  expiresAtMs: number;
}

/**
 * The memory of this process, or of all processes of a department that share a Redis. While that is away no mutation is carried
 * out: one that was overheard would be as good as new.
 *
 * @param store `memory`, or the address of a Redis
 * @param department its name in the graph; several may share a Redis
 */
export async function openReplayMemory(
  store: string,
  department: string,
  logger: Logger,
): Promise<ReplayMemory> {
  return store === 'memory' ? ofThisProcess() : ofAllProcesses(store, department, logger);
}

function ofThisProcess(): ReplayMemory {
  const used = new LRUCache<string, true>({ max: MOST_IDS });
  return {
    use({ id, expiresAtMs }) {
      if (used.has(id)) return false;
      used.set(id, true, { ttl: lifeOf(expiresAtMs) });
      return true;
    },
    [Symbol.dispose]: () => {},
  };
}

async function ofAllProcesses(address: string, department: string, logger: Logger): Promise<ReplayMemory> {
  const redis = await connectRedis(address, logger, {
    down: 'Redis is down; mutations are refused',
    back: 'Redis is back; mutations are carried out',
  });
  return {
    async use({ id, expiresAtMs }) {
      try {
        const name = `yiwang:assertions:${department}:${id}`;
        return (await redis.set(name, '', 'PX', lifeOf(expiresAtMs + CLOCK_SKEW_MS), 'NX')) === 'OK';
      } catch (cause) {
        throw new PublicError(
          'DEPARTMENT_UNAVAILABLE',
          'Whether this mutation was sent before cannot be told for now, so it was not carried out.',
          { cause },
        );
      }
    },
    [Symbol.dispose]: () => redis.disconnect(),
  };
}

/** Milliseconds, at least one. */
function lifeOf(expiresAtMs: number): number {
  return Math.max(1, Math.ceil(expiresAtMs - Date.now()));
}
