import { DBOS } from '@dbos-inc/dbos-sdk';
import { DBOSExecutor } from '@dbos-inc/dbos-sdk/internal/dbos-executor';
import type { Sql } from 'postgres';

/** A claim that is older has been begun, unless its begin failed. */
const BEGUN_MS = 3000;

/**
 * Puts runs back into their queues that this process has claimed and does not work on: the answer to the claim was lost with its
 * connection, or the run could not be read or its end not be stored. The process is alive, so no other one takes them over.
 *
 * A run that begins late all the same loses its ownership, and stores nothing.
 *
 * @returns how many
 */
export async function returnLostClaims(sql: Sql, executorId: string): Promise<number> {
  const claimed = await sql<{ id: string; queueName: string }[]>`
    select workflow_uuid as id, queue_name as "queueName" from dbos.workflow_status
    where status = 'PENDING' and executor_id = ${executorId}
      and started_at_epoch_ms < extract(epoch from clock_timestamp()) * 1000 - ${BEGUN_MS}`;
  const { systemDatabase } = DBOSExecutor.globalInstance!;
  const lost = claimed.filter(({ id }) => !systemDatabase.checkForRunningWorkflow(id));
  for (const { id, queueName } of lost) await DBOS.resumeWorkflow(id, { queueName });
  return lost.length;
}
