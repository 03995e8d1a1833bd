import type { Sql, TransactionSql } from 'postgres';
import type { MatterCaseRow, MatterEventRow, MatterStepRow } from '../tables.ts';
import type { MatterStatements } from './matter-statements.ts';
import type { Matter, StepFacts } from './matter.ts';

/** An application as its rows have it, and what its course sees of it. */
export interface StoredMatter {
  row: MatterCaseRow;
  matter: Matter;
}

/** An application that nobody else changes until the end of the transaction. */
export interface LockedMatter extends StoredMatter {
  /** First event first. */
  timeline: MatterEventRow[];
}

/** Locks an application until the end of the transaction. Null when there is none of this number. */
export async function lockMatter(
  { lockCase, readSteps, readEvents }: MatterStatements,
  client: TransactionSql,
  number: string,
): Promise<LockedMatter | null> {
  // Sent together, and carried out one after the other: the rest is read once the application is locked.
  const [[row], steps, timeline] = await Promise.all([
    lockCase.run(client, { number }),
    readSteps.run(client, { number }),
    readEvents.run(client, { number }),
  ]);
  return row ? { row, matter: matterOf(row, steps), timeline } : null;
}

/** Null when there is none of this number. */
export async function readMatter(
  { readCase, readSteps }: MatterStatements,
  client: Sql,
  number: string,
): Promise<StoredMatter | null> {
  const [row] = await readCase.run(client, { number });
  return row ? { row, matter: matterOf(row, await readSteps.run(client, { number })) } : null;
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
