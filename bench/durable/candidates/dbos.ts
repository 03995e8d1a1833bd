import { createHash } from 'node:crypto';
import { DBOS } from '@dbos-inc/dbos-sdk';
import postgres from 'postgres';
import { CONCURRENCY, type Candidate } from './candidate.ts';

const QUEUE = 'sagas';
const SLOTS = 16;
/** How often a process looks for executors that are gone. */
const LOOK_MS = 500;
const lockOf = (slot: number): string =>
  createHash('sha256').update(`executor ${slot}`).digest().readBigInt64BE().toString();

/**
 * Each process is an executor with a fixed id and holds an advisory lock for it, which PostgreSQL releases when the process dies.
 * Whoever gets the lock of another has its sagas resumed. That is ours: DBOS sells it as Conductor, and has no public
 * `recoverPendingWorkflows`.
 */
export const dbos: Candidate = {
  name: '@dbos-inc/dbos-sdk 5.3.0',
  isTransactional: true,

  async prepare(url) {
    configure(url, 'prepare', true);
    await DBOS.launch();
    await DBOS.registerQueue(QUEUE, { workerConcurrency: CONCURRENCY, minPollingIntervalMs: 200 });
    await DBOS.shutdown();
  },

  async start(tx, _sql, _url, id) {
    await tx`select dbos.enqueue_workflow('saga', ${QUEUE}, array[to_json(${id}::text)]::json[], workflow_id => ${id})`;
  },

  async work(url, slot, saga) {
    DBOS.registerWorkflow(async (id: string) => saga(id, (name, work) => DBOS.runStep(work, { name })), {
      name: 'saga',
      maxRecoveryAttempts: 1000,
    });
    const lock = await postgres(url, { max: 1 }).reserve();
    while (!(await lock`select pg_try_advisory_lock(${lockOf(slot)}::bigint) as got`)[0]!['got'])
      await new Promise((resolve) => setTimeout(resolve, 100));
    configure(url, String(slot), false);
    await DBOS.launch();
    setInterval(async () => {
      for (let other = 0; other < SLOTS; other++) {
        if (other === slot) continue;
        const [row] = await lock`select pg_try_advisory_lock(${lockOf(other)}::bigint) as got`;
        if (!row!['got']) continue;
        const left = await DBOS.listWorkflows({
          executorId: [String(other)],
          status: ['PENDING'],
          loadInput: false,
        });
        if (left.length > 0)
          await DBOS.resumeWorkflows(
            left.map(({ workflowID }) => workflowID),
            { queueName: QUEUE },
          );
        await lock`select pg_advisory_unlock(${lockOf(other)}::bigint)`;
      }
    }, LOOK_MS);
  },
};

function configure(url: string, executorID: string, runMigrations: boolean): void {
  DBOS.setConfig({
    name: 'trial',
    systemDatabaseUrl: url,
    executorID,
    applicationVersion: 'any',
    runMigrations,
    logLevel: 'error',
  });
}
