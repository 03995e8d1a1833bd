import type { Db } from '@yiwang/subgraph-kit';
import { asc, eq } from 'drizzle-orm';
import { type MatterCaseRow, matterCases, type MatterStepRow, matterSteps } from '../tables.ts';
import type { Matter, StepFacts } from './matter.ts';

/** An application as its rows have it, and what its course sees of it. */
export interface StoredMatter {
  row: MatterCaseRow;
  matter: Matter;
}

/** Locks an application until the end of the transaction. Null when there is none of this number. */
export async function lockMatter(tx: Db, number: string): Promise<StoredMatter | null> {
  const [row] = await tx.select().from(matterCases).where(eq(matterCases.number, number)).for('update');
  return row ? withSteps(tx, row) : null;
}

/** Null when there is none of this number. */
export async function readMatter(db: Db, number: string): Promise<StoredMatter | null> {
  const [row] = await db.select().from(matterCases).where(eq(matterCases.number, number));
  return row ? withSteps(db, row) : null;
}

async function withSteps(db: Db, row: MatterCaseRow): Promise<StoredMatter> {
  const steps = await db
    .select()
    .from(matterSteps)
    .where(eq(matterSteps.caseNumber, row.number))
    .orderBy(asc(matterSteps.position));
  return { row, matter: matterOf(row, steps) };
}

function matterOf({ state, endsAs, reason }: MatterCaseRow, steps: readonly MatterStepRow[]): Matter {
  return { state, endsAs, reason, steps: steps.map(factsOf) };
}

function factsOf(row: MatterStepRow): StepFacts {
  const { name, state, attempt, result, problems } = row;
  return {
    name,
    state,
    attempt,
    caseNumber: row.departmentCase,
    caseVersion: row.departmentCaseVersion,
    result,
    problems,
    order: row.doneOrder,
  };
}

/** The columns of a step. */
export function columnsOf({
  name,
  state,
  attempt,
  caseNumber,
  caseVersion,
  result,
  problems,
  order,
}: StepFacts) {
  return {
    name,
    state,
    attempt,
    departmentCase: caseNumber,
    departmentCaseVersion: caseVersion,
    result,
    problems,
    doneOrder: order,
  };
}
