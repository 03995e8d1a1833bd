import type { Durable } from '@yiwang/durable';
import { userError } from '@yiwang/subgraph-kit';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { eq, inArray } from 'drizzle-orm';
import { AT_WORK } from '../course/apply-event.ts';
import type { MatterErrorCode } from '../cases/matter-commands.ts';
import { type Principal, requireOperator } from '../cases/rights.ts';
import type { StuckMatterStep } from '../generated/types.ts';
import { type MatterCaseRow, matterCases, matterSteps } from '../tables.ts';

const MAX_SHOWN = 100;

export type Operations = ReturnType<typeof createOperations>;

/** What operators do about steps that cannot go on by themselves. Each throws PublicError FORBIDDEN for others. */
export function createOperations(db: PostgresJsDatabase, durable: () => Durable | null) {
  return {
    async stuck(caller: Principal): Promise<StuckMatterStep[]> {
      requireOperator(caller);
      const runs = ((await durable()?.stuck()) ?? [])
        .map((run) => ({ ...run, ...partsOf(run.id) }))
        .sort((one, other) => one.since.getTime() - other.since.getTime())
        .slice(0, MAX_SHOWN);
      const steps = await db
        .select({
          number: matterSteps.caseNumber,
          name: matterSteps.name,
          state: matterSteps.state,
          department: matterSteps.department,
        })
        .from(matterSteps)
        .where(
          inArray(
            matterSteps.caseNumber,
            runs.map(({ number }) => number),
          ),
        );
      return runs.flatMap(({ number, step, work, attempts, code, message, since }): StuckMatterStep[] => {
        const found = steps.find((one) => one.number === number && one.name === step);
        // Whoever skipped it has taken it out of the way.
        if (!found || !AT_WORK.has(found.state)) return [];
        const { department } = found;
        return [
          {
            number,
            step,
            department,
            work,
            attempts,
            error: `${code}: ${message}`,
            since: since.toISOString(),
          },
        ];
      });
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
      const runs = (await durable()?.stuck()) ?? [];
      const run = runs.find(({ id }) => id.startsWith(`${number}/${step}/`));
      if (!run || !(await durable()!.resume(run.id))) {
        throw userError<MatterErrorCode>('NOT_STUCK', `${step} of ${number} is not stuck.`, ['step']);
      }
      return row;
    },
  };
}

/** The parts of the id of a piece of work. */
function partsOf(id: string): { number: string; step: string; work: string } {
  const [number, step, , work] = id.split('/');
  return { number: number!, step: step!, work: work! };
}
