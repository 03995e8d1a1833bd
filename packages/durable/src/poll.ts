import { DBOSExecutor } from '@dbos-inc/dbos-sdk/internal/dbos-executor';
import { wfQueueRunner } from '@dbos-inc/dbos-sdk/internal/wfqueue';
import type { WorkflowQueue } from '@dbos-inc/dbos-sdk';

/**
 * Makes a function that looks into queues at once, and once more when it is called meanwhile. The library only looks regularly, and
 * has no public way to let it look: test/start.test.ts shows that this one works.
 */
export function createPoll(queues: readonly WorkflowQueue[]): () => void {
  let isPolling = false;
  let again = false;
  async function poll(): Promise<void> {
    isPolling = true;
    do {
      again = false;
      const executor = DBOSExecutor.globalInstance;
      if (!executor?.initialized) break;
      // It reports failures itself.
      await Promise.allSettled(queues.map((queue) => wfQueueRunner['pollQueue'](executor, queue)));
    } while (again);
    isPolling = false;
  }
  return () => {
    if (isPolling) again = true;
    else void poll();
  };
}
