import { PublicError } from '@yiwang/errors';
import type { Logger } from '@yiwang/service/logging';
import { connectRedis } from '@yiwang/service/redis';
import { type UsedId, UsedIds } from './used-ids.ts';

/** By how much the clocks of two processes may differ. */
const CLOCK_SKEW_MS = 60_000;

/** Remembers which assertions were used, so that an intercepted one cannot be sent again. */
export interface ReplayMemory extends Disposable {
  /**
   * Notes that the assertion is used. Returns a promise only when Redis must be asked.
   *
   * @returns true the first time
   * @throws PublicError DEPARTMENT_UNAVAILABLE for a mutation while Redis is down
   */
  use(assertion: UsedAssertion, isMutation: boolean): boolean | Promise<boolean>;
}

export interface UsedAssertion extends Omit<UsedId, 'expiresAtMs'> {
  /** From then on nobody accepts it. */
  expiresAt: Date;
}

/**
 * Opens the memory of this process, or of all processes of a department that share a Redis. While Redis is down mutations are
 * rejected, because an intercepted one could run again. Reads continue, and each process remembers its own: a repeated read is
 * in the access log twice, under one id.
 *
 * @param store `memory`, or the address of a Redis
 * @param department its name in the graph; several departments may share a Redis
 */
export async function openReplayMemory(
  store: string,
  department: string,
  logger: Logger,
): Promise<ReplayMemory> {
  return store === 'memory' ? ofThisProcess() : ofAllProcesses(store, department, logger);
}

function ofThisProcess(): ReplayMemory {
  const used = new UsedIds();
  return {
    use: ({ id, expiresAt }) => used.use({ id, expiresAtMs: expiresAt.getTime() }),
    [Symbol.dispose]: () => {},
  };
}

async function ofAllProcesses(address: string, department: string, logger: Logger): Promise<ReplayMemory> {
  const redis = await connectRedis(address, logger, {
    down: 'Redis is down; mutations are rejected',
    back: 'Redis is back; mutations are accepted',
  });
  const alone = new UsedIds();
  return {
    async use({ id, expiresAt }, isMutation) {
      const expiresAtMs = expiresAt.getTime();
      // Also remembers reads for the time when Redis is down.
      if (!alone.use({ id, expiresAtMs })) return false;
      try {
        const name = `yiwang:assertions:${department}:${id}`;
        return (await redis.set(name, '', 'PX', lifeOf(expiresAtMs + CLOCK_SKEW_MS), 'NX')) === 'OK';
      } catch (cause) {
        if (!isMutation) return true;
        throw new PublicError(
          'DEPARTMENT_UNAVAILABLE',
          'The mutation did not run: this department cannot check now whether it was sent before. Try again later.',
          { cause },
        );
      }
    },
    [Symbol.dispose]: () => redis.disconnect(),
  };
}

/** Milliseconds from now, at least one. */
function lifeOf(expiresAtMs: number): number {
  return Math.max(1, Math.ceil(expiresAtMs - Date.now()));
}
