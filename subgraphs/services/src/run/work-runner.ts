import {
  type Durable,
  GiveUp,
  type Json,
  openDurable,
  type RetrySettings,
  type Workflow,
} from '@yiwang/durable';
import type { GatewayClient } from '@yiwang/subgraph-kit/prefill';
import { currentSpan, traced } from '@yiwang/subgraph-kit';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { TransactionSql } from 'postgres';
import { type AdvanceOptions, advanceMatter } from '../course/advance-matter.ts';
import type { MatterEvent, Work } from '../course/matter.ts';
import type { Actor } from '../course/record-event.ts';
import { readMatter } from '../course/stored-matter.ts';
import { type CaseStep, type MatterDefinition, stepOf } from '../definition/definition.ts';
import type { MatterCaseRow } from '../tables.ts';
import { PermanentFault } from './call-department.ts';
import { doWork, purposeOf, workId } from './do-work.ts';
import { readCases } from './read-cases.ts';

/** One call of one department, which goes on wherever its process was killed. */
export const WORKFLOW = 'matter-work';

export interface WorkOptions extends Omit<AdvanceOptions, 'startWork'> {
  db: PostgresJsDatabase;
  client: GatewayClient;
}

/**
 * Between looks for work that another process made due and did not live to begin: what this one makes due, it begins at once, and looks
 * cost something when nothing is under way.
 */
const POLL_MS = 5000;
/** For a step in work when the process stops, which has ten seconds for all. */
const STOP_MS = 4000;
/**
 * About four minutes in all. Waits grow slowly, so that a step goes on soon after its department does: by a third of the time that it was
 * away. Then it gives its place to others, and goes on when the department answers again: see end-of-outages.ts.
 */
const RETRY = { maxAttempts: 22, firstDelayMs: 200, factor: 1.3, maxDelayMs: 30_000 };

const BY_DEPARTMENT: Actor = { side: 'DEPARTMENT', person: null };

interface WorkInput {
  number: string;
  work: Work;
  /** Header of the span that made it due; absent without one. */
  traceparent?: string;
}

/** Begins work in the transaction that made it due. */
export function createStartWork(durable: () => Pick<Durable, 'start'> | null): AdvanceOptions['startWork'] {
  return async (client: TransactionSql, number, due) => {
    await Promise.all(
      due.map(async (work) => {
        const span = currentSpan();
        const input: WorkInput = { number, work, ...(span && { traceparent: span.traceparent }) };
        const run = { workflow: WORKFLOW, id: workId(number, work), input: input as unknown as Json };
        await durable()?.start(client, run);
      }),
    );
  };
}

/**
 * What runs: ask the department, and write down what it answered, which makes the next work due. Both are one step, so that less is stored:
 * where the process was killed in between, the same key gives the same answer again, and news that comes twice changes nothing.
 */
export function createWorkflow(options: WorkOptions & AdvanceOptions): Workflow {
  return async (run, input) => {
    const { number, work, traceparent: link } = input as unknown as WorkInput;
    await run.step('work', async () => {
      try {
        await traced(
          'matter step',
          { kind: 'internal', attributes: { 'yiwang.work': work.kind }, link },
          () => takeWork(options, number, work),
        );
      } catch (error) {
        throw error instanceof PermanentFault ? new GiveUp(error.code, error.message) : error;
      }
      return null;
    });
  };
}

/**
 * Asks the department once for a piece of work, and changes nothing here.
 *
 * @throws TransientFault, PermanentFault
 */
export async function askDepartment(
  { db, sql, statements, client, readDefinition }: WorkOptions,
  number: string,
  work: Work,
): Promise<{ event: MatterEvent; definition: MatterDefinition; row: MatterCaseRow }> {
  const stored = (await readMatter(statements, sql, number))!;
  const definition = await readDefinition(db, stored.row.matter, stored.row.definitionVersion);
  return { event: await doWork(client, definition, stored, work), definition, row: stored.row };
}

async function takeWork(options: WorkOptions & AdvanceOptions, number: string, work: Work): Promise<void> {
  const { event, definition, row } = await askDepartment(options, number, work);
  await advanceMatter(options, number, event, BY_DEPARTMENT);
  // What has changed of the case while its number was not known here, nobody has read: it may have been filed long before this.
  if (event.kind !== 'CASE_FILED') return;
  const { read } = stepOf(definition, event.step) as CaseStep;
  for (const news of await readCases(options.client, read, [event.number], purposeOf(definition, row))) {
    await advanceMatter(options, number, { kind: 'CASE_MOVED', step: event.step, news }, BY_DEPARTMENT);
  }
}

/** Opens what runs the work of this process. */
export function openWork(
  options: WorkOptions & AdvanceOptions,
  database: { url: string; role?: string },
  concurrency: number,
  onError: (error: unknown) => void,
  retry: Partial<RetrySettings> = RETRY,
): Promise<Durable> {
  return openDurable({
    ...database,
    workflows: { [WORKFLOW]: createWorkflow(options) },
    concurrency,
    pollMs: POLL_MS,
    stopMs: STOP_MS,
    retry,
    onError,
  });
}
