import { DBOS, type WorkflowStatus } from '@dbos-inc/dbos-sdk';
import type { StuckRun } from './durable.ts';
import type { StoredError } from './errors.ts';

const STUCK = ['ERROR', 'MAX_RECOVERY_ATTEMPTS_EXCEEDED'] as const;
const PAGE = 1000;

/** The runs that failed, the last first. */
export async function listStuckRuns(): Promise<StuckRun[]> {
  const runs = new Map<string, StuckRun>();
  for (let offset = 0; ; offset += PAGE) {
    // Runs that others resume meanwhile move the pages: what is passed over so is in the next list.
    const page = await DBOS.listWorkflows({ status: [...STUCK], loadInput: false, limit: PAGE, offset });
    for (const run of page) runs.set(run.workflowID, stuckRunOf(run));
    if (page.length < PAGE) break;
  }
  return [...runs.values()].sort((a, b) => b.since.getTime() - a.since.getTime());
}

function stuckRunOf(run: WorkflowStatus): StuckRun {
  const { workflowID: id, workflowName: workflow, completedAt, updatedAt, createdAt } = run;
  const since = new Date(completedAt ?? updatedAt ?? createdAt);
  if (run.status === 'MAX_RECOVERY_ATTEMPTS_EXCEEDED') {
    const message = 'The processes that worked on the run died, one after the other.';
    return {
      workflow,
      id,
      step: null,
      attempts: run.recoveryAttempts ?? 0,
      code: 'PROCESS_DIED',
      message,
      since,
    };
  }
  const error = storedErrorOf(run);
  const isOfStep = error.data?.step !== undefined;
  return {
    workflow,
    id,
    step: error.data?.step ?? null,
    attempts: error.data?.attempts ?? 1,
    code: isOfStep ? String(error.code) : 'WORKFLOW_FAILED',
    message: error.message,
    since,
  };
}

/**
 * The error with which a run failed. Where the run was started by SQL, the library stores a record of it, and lists an error whose
 * message is the text of that record.
 */
function storedErrorOf({ error }: WorkflowStatus): StoredError {
  const { name, message, code, data } = (error ?? { name: 'Error', message: '' }) as StoredError;
  if (code === undefined && message.startsWith('{')) {
    try {
      const record = JSON.parse(message) as StoredError;
      if (typeof record.message === 'string') return record;
    } catch {
      // The message of an error that only looks like a record.
    }
  }
  return { name, message, code, data };
}

/** Lets a stuck run go on with the step that failed. False when the run is not stuck, or there is none. */
export async function resumeRun(id: string): Promise<boolean> {
  const [run] = await DBOS.listWorkflows({ workflowIDs: [id], status: [...STUCK], loadInput: false });
  if (!run) return false;
  const queueName = run.workflowName;
  if (run.status === 'MAX_RECOVERY_ATTEMPTS_EXCEEDED') await DBOS.resumeWorkflow(id, { queueName });
  else await DBOS.rewindWorkflow(id, { startStep: await firstToRepeat(run), queueName });
  return true;
}

/** Position of the step whose failure made the run stuck, or behind all steps when it failed outside of one. */
async function firstToRepeat(run: WorkflowStatus): Promise<number> {
  const steps = (await DBOS.listWorkflowSteps(run.workflowID)) ?? [];
  const failed = storedErrorOf(run).data?.step;
  const step = steps.findLast(({ name, error }) => error !== null && name === failed);
  return step?.functionID ?? (steps.at(-1)?.functionID ?? -1) + 1;
}
