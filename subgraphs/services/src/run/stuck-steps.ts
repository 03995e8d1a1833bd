import type { Durable } from '@yiwang/durable';
import type { Db } from '@yiwang/subgraph-kit';
import { sql } from 'drizzle-orm';
import { AT_WORK } from '../course/apply-event.ts';
import type { Work } from '../course/matter.ts';
import { matterSteps } from '../tables.ts';

/** A step whose work has failed, and is not tried again by its run. */
export interface StuckStep {
  runId: string;
  number: string;
  department: string;
  work: Work;
  attempts: number;
  code: string;
  message: string;
  since: Date;
}

/** Steps that are resumed at once: the library has six connections, which running steps need as well. */
const AT_ONCE = 3;

/** The code of a run whose attempts were used up by errors that pass: its department was away. */
const ATTEMPTS_USED_UP = 'STEP_FAILED';

/** Whether a step is stuck because its department was away, so that it goes on when the department answers again. */
export function isOutage({ code }: Pick<StuckStep, 'code'>): boolean {
  return code === ATTEMPTS_USED_UP;
}

/** The steps that are stuck, the oldest first. Whoever skipped one has taken it out of the way. */
export async function listStuckSteps(db: Db, durable: Durable | null): Promise<StuckStep[]> {
  const runs = ((await durable?.stuck()) ?? []).map((run) => ({ ...run, ...partsOf(run.id) }));
  if (runs.length === 0) return [];
  const numbers = [...new Set(runs.map(({ number }) => number))];
  const steps = await db
    .select({
      number: matterSteps.caseNumber,
      name: matterSteps.name,
      state: matterSteps.state,
      department: matterSteps.department,
    })
    .from(matterSteps)
    .where(sql`${matterSteps.caseNumber} = any(${sql.param(numbers)}::text[])`);
  const departments = new Map(
    steps.flatMap(({ number, name, state, department }) =>
      AT_WORK.has(state) ? [[`${number} ${name}`, department]] : [],
    ),
  );
  return runs
    .flatMap(({ id, number, work, attempts, code, message, since }): StuckStep[] => {
      const department = departments.get(`${number} ${work.step}`);
      if (department === undefined) return [];
      return [{ runId: id, number, department, work, attempts, code, message, since }];
    })
    .sort((one, other) => one.since.getTime() - other.since.getTime());
}

/** A step that could not be resumed. */
interface UnresumedStep {
  step: StuckStep;
  error: unknown;
}

/** Lets steps go on. Those that went on meanwhile are as good as resumed. Returns those that cannot go on. */
export async function resumeSteps(durable: Durable, steps: readonly StuckStep[]): Promise<UnresumedStep[]> {
  const unresumed: UnresumedStep[] = [];
  const queue = [...steps];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let step = queue.shift(); step; step = queue.shift()) {
        try {
          await durable.resume(step.runId);
        } catch (error) {
          unresumed.push({ step, error });
        }
      }
    }),
  );
  return unresumed;
}

/**
 * Whether this transaction is the only one that resumes steps, until it ends: a run that two processes resume at the same moment might be
 * run by both.
 *
 * @param isPatient waits for others; otherwise it is false while there are any
 */
export async function lockResuming(tx: Db, isPatient: boolean): Promise<boolean> {
  if (isPatient) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${LOCK}))`);
    return true;
  }
  const [row] = await tx.execute<{ got: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtext(${LOCK})) as got`,
  );
  return row!.got;
}

const LOCK = 'yiwang stuck steps';

/** The parts of the id of a piece of work. */
function partsOf(id: string): { number: string; work: Work } {
  const [number, step, attempt, kind] = id.split('/') as [string, string, string, Work['kind']];
  return { number, work: { step, kind, attempt: Number(attempt) } };
}
