import { setImmediate as letOthersRun, setTimeout as sleep } from 'node:timers/promises';
import type { OperationCache } from './operation-cache.ts';

/**
 * Prepares for one graph what was asked for last of another, the latest first, until the time is over or the engine
 * stops. An operation that is no longer valid, or cannot be planned any more, is passed over.
 *
 * @param budgetMs milliseconds
 */
export async function warmUp(
  operations: OperationCache,
  before: OperationCache,
  budgetMs: number,
  stopping: AbortSignal,
): Promise<void> {
  const done = new AbortController();
  let isOver = false;
  const over = sleep(budgetMs, undefined, { signal: AbortSignal.any([stopping, done.signal]) })
    .catch(() => {})
    .then(() => {
      isOver = true;
    });
  const latest = [...before.latest()];
  for (const known of latest) {
    // A plan that takes its full time takes no more than there is here.
    await Promise.race([operations.takeOver(known), over]);
    if (isOver) break;
    await letOthersRun();
  }
  done.abort();
  operations.touch(latest.reverse());
}
