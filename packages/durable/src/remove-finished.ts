import { DBOS } from '@dbos-inc/dbos-sdk';

const HOUR_MS = 3_600_000;
const MAX_REMOVED = 1000;

/** Removes runs that ended well long ago, with their steps. Those that are stuck stay. */
export async function removeFinished(retentionHours: number, now = new Date()): Promise<void> {
  const completedBefore = new Date(now.getTime() - retentionHours * HOUR_MS).toISOString();
  for (;;) {
    const finished = await DBOS.listWorkflows({
      status: 'SUCCESS',
      completedBefore,
      loadInput: false,
      loadOutput: false,
      limit: MAX_REMOVED,
    });
    if (finished.length > 0) await DBOS.deleteWorkflows(finished.map(({ workflowID }) => workflowID));
    if (finished.length < MAX_REMOVED) return;
  }
}
