import pRetry from 'p-retry';

/** The first restart is at once; the waits before later ones double from here. */
const FIRST_DELAY_MS = 1000;
const MAX_DELAY_MS = 30_000;
/** A life at least this long shows that the last restart helped. */
const STEADY_MS = 60_000;

export interface Restartable {
  /** Resolves to how the current life ended. */
  ended(): Promise<string>;
  /** Begins the next life; rejects when it cannot begin. */
  restart(): Promise<void>;
  /** Called before each wait. */
  announce(reason: string, delayMs: number): Promise<void> | void;
}

/**
 * Restarts what ends, until stopped: at once, then after 1, 2, 4 … 30 seconds while its lives are short.
 *
 * @param subject is running when this is called
 */
export async function keepRunning(subject: Restartable, stopped: AbortSignal): Promise<void> {
  let reason = await subject.ended();

  /** @throws Error after a short life */
  async function liveAgain(): Promise<void> {
    let startedAt = Infinity;
    try {
      await subject.restart();
      startedAt = Date.now();
      reason = await subject.ended();
    } catch (error) {
      reason = (error as Error).message;
    }
    const isSteady = Date.now() - startedAt >= STEADY_MS;
    if (!isSteady) throw new Error(reason);
  }

  try {
    while (!stopped.aborted) {
      await subject.announce(reason, 0);
      await pRetry(liveAgain, {
        retries: Infinity,
        minTimeout: FIRST_DELAY_MS,
        maxTimeout: MAX_DELAY_MS,
        signal: stopped,
        onFailedAttempt: ({ retryDelay }) => subject.announce(reason, retryDelay),
      });
    }
  } catch (error) {
    if (!stopped.aborted) throw error;
  }
}
