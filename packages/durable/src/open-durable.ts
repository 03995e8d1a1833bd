import { randomUUID } from 'node:crypto';
import { DBOS, type DLogger } from '@dbos-inc/dbos-sdk';
import { wfQueueRunner } from '@dbos-inc/dbos-sdk/internal/wfqueue';
import type { Durable, DurableOptions, Json, RetrySettings, Workflow } from './durable.ts';
import { joinExecutors } from './executors.ts';
import { openPool, STATEMENT_MS } from './open-pool.ts';
import { createPoll } from './poll.ts';
import { removeFinished } from './remove-finished.ts';
import { startRun } from './start-run.ts';
import { createSteps, type Steps } from './steps.ts';
import { listStuckRuns, resumeRun } from './stuck-runs.ts';

const HOUR_MS = 3_600_000;
/** Milliseconds after which the server gives up a transaction of the library that does nothing, and a wait for a lock. */
const IDLE_MS = 60_000;
const LOCK_MS = 10_000;
/** Runs that a process holds for each step that it works on: most of them wait for their next attempt. */
const RUNS_PER_STEP = 16;
/** Runs of all releases: the library would leave those that another release began to processes of that release. */
const ANY_RELEASE = 'any';

let isOpen = false;

/**
 * Runs the sagas of a department over its own PostgreSQL. Several processes may do so at once: each run is in one of them, and the
 * others take it over when that one is gone.
 *
 * @throws Error when it is open in this process already, when the database was not prepared, or cannot be reached
 */
export async function openDurable(options: DurableOptions): Promise<Durable> {
  const { url, role, workflows, concurrency = 16, retry = {}, pollMs = 1000 } = options;
  const { retentionHours = 720, maxDeaths = 20, stopMs = 10_000 } = options;
  const onError = options.onError ?? (() => {});
  if (!URL.canParse(url)) throw new Error('Durable execution needs a database URL that names one host.');
  // The library keeps what it runs in globals.
  if (isOpen) throw new Error('Durable execution is open in this process already: dispose of it first.');
  isOpen = true;
  await using undo = new AsyncDisposableStack();
  undo.defer(() => void (isOpen = false));

  const id = randomUUID();
  const steps = createSteps({ concurrency, retry });
  for (const [name, workflow] of Object.entries(workflows)) register(name, workflow, steps, maxDeaths);
  let poll = (): void => {};
  const executor = undo.use(await joinExecutors({ url, role, id, onTaken: () => poll(), onError }));
  const pool = openPool(withSession(url, role), onError);
  undo.defer(() => pool.end());
  undo.defer(() => DBOS.shutdown({ deregister: true }));
  const queueNames = Object.keys(workflows);
  DBOS.setConfig({
    name: 'yiwang',
    systemDatabaseUrl: withSession(url, role),
    systemDatabasePool: pool,
    executorID: id,
    applicationVersion: ANY_RELEASE,
    runMigrations: false,
    useListenNotify: false,
    listenQueues: queueNames,
    logger: loggerTo(onError),
  });
  await DBOS.launch().catch((error: unknown) => {
    throw new Error(
      `Durable execution cannot use its tables${role ? ` as ${role}` : ''}: prepare the department's database first. ${String(error)}`,
      { cause: error },
    );
  });
  const queues = await Promise.all(
    queueNames.map((name) =>
      DBOS.registerQueue(name, {
        workerConcurrency: concurrency * RUNS_PER_STEP,
        minPollingIntervalMs: pollMs,
        onConflict: 'always_update',
      }),
    ),
  );
  poll = createPoll(queues, steps.hasPlenty);
  executor.watch();
  poll();
  const cleaning = setInterval(() => void removeFinished(retentionHours).catch(onError), HOUR_MS);
  undo.defer(() => clearInterval(cleaning));
  undo.defer(async () => {
    wfQueueRunner.stop();
    await steps.stop(stopMs);
  });
  const close = undo.move();

  return {
    async start(tx, run) {
      if (!Object.hasOwn(workflows, run.workflow)) throw new Error(`There is no workflow "${run.workflow}".`);
      if (run.id === '') throw new Error('A run must have an id.');
      await startRun(tx, run);
    },
    wake: () => poll(),
    stuck: listStuckRuns,
    async resume(runId) {
      const isResumed = await resumeRun(runId);
      if (isResumed) poll();
      return isResumed;
    },
    [Symbol.asyncDispose]: () => close.disposeAsync(),
  };
}

function register(name: string, workflow: Workflow, steps: Steps, maxDeaths: number): void {
  const run = async (input: Json, retry: Partial<RetrySettings>): Promise<void> => {
    await workflow({ id: DBOS.workflowID!, step: steps.stepper(retry) }, input);
  };
  DBOS.registerWorkflow(run, { name, maxRecoveryAttempts: maxDeaths });
}

/**
 * The address with what sessions begin with. Left to itself, the library sets the time-out by a query of its own on each new connection,
 * beside the first one that it was opened for: its driver warns of that, and will refuse it.
 */
function withSession(url: string, role: string | undefined): string {
  const session = new URL(url);
  const options = [
    session.searchParams.get('options'),
    `-c idle_in_transaction_session_timeout=${IDLE_MS} -c statement_timeout=${STATEMENT_MS} -c lock_timeout=${LOCK_MS}`,
  ];
  if (role) options.push(`-c role=${role}`);
  session.searchParams.set('options', options.filter(Boolean).join(' '));
  return session.href;
}

/** Of what the library logs, its errors: the rest tells of ordinary work. */
function loggerTo(onError: (error: unknown) => void): DLogger {
  const ignore = (): void => {};
  const error = (entry: unknown): void => onError(entry instanceof Error ? entry : new Error(String(entry)));
  return { debug: ignore, info: ignore, warn: ignore, error };
}
