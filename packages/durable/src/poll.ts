import { DBOSExecutor } from '@dbos-inc/dbos-sdk/internal/dbos-executor';
import { wfQueueRunner } from '@dbos-inc/dbos-sdk/internal/wfqueue';
import type { WorkflowQueue } from '@dbos-inc/dbos-sdk';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds between two looks while there is enough to do. */
const REST_MS = 100;

/**
 * Makes a function that looks into queues at once, and once more when it is called meanwhile. The library only looks regularly, and
 * has no public way to let it look: test/start.test.ts shows that this one works.
 *
 * @param hasPlenty whether this process holds more runs than it can work on for a while. Then it rests between looks: each costs five round
 *   trips, and after a kill, with everything due at once, every step that ends asks for one
 */
export function createPoll(queues: readonly WorkflowQueue[], hasPlenty: () => boolean): () => void {
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
      if (hasPlenty()) await sleep(REST_MS, undefined, { ref: false });
    } while (again);
    isPolling = false;
  }
  return () => {
    if (isPolling) again = true;
    else void poll();
  };
}
