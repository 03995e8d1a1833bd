import pRetry from 'p-retry';
import { isDatabaseAway } from './explain-database-error.ts';

const FIRST_DELAY_MS = 100;
const MAX_DELAY_MS = 500;

/**
 * Runs the first work of a process on its database, and runs it again while the database is away: when a whole machine was killed, a server
 * that recovers comes back after its departments. A process that ended instead would load all its code anew, just when everything else does.
 *
 * @param patienceMs for how long; 0 tries once
 * @param onWait called once, with the first error
 * @throws the error of the work; that of the last try, when the time is over or the process that started this one is gone
 */
export async function awaitDatabase<Result>(
  work: () => Promise<Result>,
  patienceMs: number,
  onWait: (error: unknown) => void,
): Promise<Result> {
  const end = Date.now() + patienceMs;
  // With another error p-retry gives up, for one on a TypeError.
  let failure: unknown;
  const attempt = async (): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      failure = error;
      throw new Error('The attempt failed.', { cause: error });
    }
  };
  try {
    return await pRetry(attempt, {
      retries: Infinity,
      minTimeout: FIRST_DELAY_MS,
      maxTimeout: MAX_DELAY_MS,
      shouldRetry: () => isDatabaseAway(failure) && Date.now() < end && process.connected !== false,
      onFailedAttempt({ attemptNumber }) {
        if (attemptNumber === 1 && patienceMs > 0 && isDatabaseAway(failure)) onWait(failure);
      },
    });
  } catch {
    throw failure;
  }
}
