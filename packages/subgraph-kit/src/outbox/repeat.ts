import { setTimeout as sleep } from 'node:timers/promises';

/** Work that is done again and again until it is disposed of. */
export interface Repeated extends AsyncDisposable {
  /** Starts the work now if it waits for more; not while it waits after a failure. */
  wake(): void;
}

/** Between tries while the work fails: the first, and the most. */
const FIRST_PAUSE_MS = 200;
const MAX_PAUSE_MS = 10_000;

/**
 * Repeats a piece of work: at once while there is more of it, otherwise when it is woken, or after a while.
 *
 * @param work returns whether there may be more of it
 * @param onError told of each failure, after which the work is tried again, later each time
 */
export function repeat(
  work: () => Promise<boolean>,
  pollMs: number,
  onError: (error: unknown) => void,
): Repeated {
  const stopped = new AbortController();
  let isWoken = false;
  let roused = new AbortController();

  async function run(): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    while (!stopped.signal.aborted) {
      isWoken = false;
      try {
        const hasMore = await work();
        pauseMs = FIRST_PAUSE_MS;
        if (hasMore || isWoken) continue;
        roused = new AbortController();
        await pause(pollMs, AbortSignal.any([stopped.signal, roused.signal]));
      } catch (error) {
        if (stopped.signal.aborted) return;
        onError(error);
        await pause(pauseMs, stopped.signal);
        pauseMs = Math.min(2 * pauseMs, MAX_PAUSE_MS);
      }
    }
  }

  const running = run();
  return {
    wake() {
      isWoken = true;
      roused.abort();
    },
    async [Symbol.asyncDispose]() {
      stopped.abort();
      await running;
    },
  };
}

/** The process need not stay for it. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal, ref: false }).catch(() => {});
}
