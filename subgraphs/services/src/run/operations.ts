import type { Durable } from '@yiwang/durable';
import { runOnce, userError } from '@yiwang/subgraph-kit';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { eq } from 'drizzle-orm';
import type { MatterErrorCode } from '../cases/matter-commands.ts';
import { type Principal, requireOperator } from '../cases/rights.ts';
import type { MatterStepsRetry, StuckMatterStep, StuckMatterStepCount } from '../generated/types.ts';
import { idempotencyKeys, type MatterCaseRow, matterCases } from '../tables.ts';
import { isOutage, listStuckSteps, lockResuming, resumeSteps, type StuckStep } from './stuck-steps.ts';

const MAX_SHOWN = 100;
/** Steps that one command retries: it is over within a second or two. */
const BATCH = 200;

interface OperationOptions {
  db: PostgresJsDatabase;
  durable: () => Durable | null;
  now: () => Date;
  /** Told what kept a step from being retried. */
  onError: (error: unknown) => void;
}

export type Operations = ReturnType<typeof createOperations>;

interface RetryAllArgs {
  department?: string | null | undefined;
  idempotencyKey: string;
}

/** What operators do about steps that are stuck. Each throws PublicError FORBIDDEN for others. */
export function createOperations({ db, durable, now, onError }: OperationOptions) {
  /** The oldest steps that are stuck, of one department or all. */
  async function stuckOf(department: string | null): Promise<StuckStep[]> {
    const steps = await listStuckSteps(db, durable());
    return department === null ? steps : steps.filter((step) => step.department === department);
  }

  async function retryBatch(department: string | null): Promise<MatterStepsRetry> {
    const steps = await stuckOf(department);
    const batch = steps.slice(0, BATCH);
    // Without durable execution nothing is stuck.
    const unresumed = batch.length === 0 ? [] : await resumeSteps(durable()!, batch);
    for (const { error } of unresumed) onError(error);
    return {
      retried: batch.length - unresumed.length,
      remaining: steps.length - batch.length,
      failures: unresumed.map(({ step: { number, department: of, work } }) => ({
        number,
        step: work.step,
        department: of,
        reason: 'It could not be resumed: the log of services tells why. It is stuck still.',
      })),
    };
  }

  return {
    async stuck(
      caller: Principal,
      { department }: { department?: string | null | undefined },
    ): Promise<StuckMatterStep[]> {
      requireOperator(caller);
      const steps = await stuckOf(department ?? null);
      return steps.slice(0, MAX_SHOWN).map((one) => ({
        number: one.number,
        step: one.work.step,
        department: one.department,
        work: one.work.kind,
        attempts: one.attempts,
        error: `${one.code}: ${one.message}`,
        since: one.since.toISOString(),
        goesOnByItself: isOutage(one),
      }));
    },

    /** By department, in the order of their names. */
    async counts(caller: Principal): Promise<StuckMatterStepCount[]> {
      requireOperator(caller);
      return [...Map.groupBy(await stuckOf(null), ({ department }) => department)]
        .map(([department, steps]) => ({
          department,
          steps: steps.length,
          goOnByThemselves: steps.filter(isOutage).length,
          since: steps[0]!.since.toISOString(),
        }))
        .sort((one, other) => (one.department < other.department ? -1 : 1));
    },

    /** @throws UserErrors UNKNOWN_NUMBER, NOT_STUCK */
    async retry(
      caller: Principal,
      { number, step }: { number: string; step: string },
    ): Promise<MatterCaseRow> {
      requireOperator(caller);
      const [row] = await db.select().from(matterCases).where(eq(matterCases.number, number));
      if (!row || row.submittedAt === null) {
        throw userError<MatterErrorCode>('UNKNOWN_NUMBER', `${number} does not exist.`, ['number']);
      }
      const isResumed = await db.transaction(async (tx) => {
        await lockResuming(tx, true);
        const runs = (await durable()?.stuck()) ?? [];
        const run = runs.find(({ id }) => id.startsWith(`${number}/${step}/`));
        return run !== undefined && (await durable()!.resume(run.id));
      });
      if (!isResumed) {
        throw userError<MatterErrorCode>('NOT_STUCK', `${step} of ${number} is not stuck.`, ['step']);
      }
      return row;
    },

    /**
     * Retries the steps that are stuck for the longest time, once for each key. A process that is killed in between has kept no key: sent
     * again, the command retries those that are left.
     *
     * @throws UserErrors MALFORMED_IDEMPOTENCY_KEY, IDEMPOTENCY_KEY_REUSED
     */
    async retryAll(
      caller: Principal,
      { idempotencyKey: key, department = null }: RetryAllArgs,
    ): Promise<MatterStepsRetry> {
      requireOperator(caller);
      const command = { caller, key, name: 'retryStuckMatterSteps', input: { department }, now: now() };
      return db.transaction(async (tx) => {
        const { result } = await runOnce(tx, idempotencyKeys, command, async () => {
          await lockResuming(tx, true);
          return JSON.stringify(await retryBatch(department));
        });
        return JSON.parse(result) as MatterStepsRetry;
      });
    },
  };
}
