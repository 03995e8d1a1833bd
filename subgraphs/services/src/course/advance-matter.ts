import { transact, type Db } from '@yiwang/subgraph-kit';
import type { WorkingCalendar } from '@yiwang/codes/working-days';
import type { Sql, TransactionSql } from 'postgres';
import type { ReadDefinition } from '../definition/definitions.ts';
import type { MatterCaseRow } from '../tables.ts';
import { applyEvent } from './apply-event.ts';
import type { MatterEvent, Work } from './matter.ts';
import type { MatterStatements } from './matter-statements.ts';
import { type Actor, recordChange } from './record-event.ts';
import { lockMatter } from './stored-matter.ts';

/** What machine events need. */
export interface AdvanceOptions {
  sql: Sql;
  statements: MatterStatements;
  readDefinition: ReadDefinition;
  /** Begins work in the transaction that made it due. */
  startWork: (client: TransactionSql, number: string, work: readonly Work[]) => Promise<void>;
  calendar: WorkingCalendar;
  now: () => Date;
  /** Called after each commit. */
  onChange: () => void;
}

/**
 * Applies what a machine has found out to a stored application: one transaction. News that is late or comes twice changes nothing.
 *
 * @returns the application as it is now; null when there is none
 */
export async function advanceMatter(
  options: AdvanceOptions,
  number: string,
  event: MatterEvent,
  actor: Actor,
): Promise<MatterCaseRow | null> {
  const row = await transact(options.sql, (tx, client) => applyTo(options, tx, client, number, event, actor));
  options.onChange();
  return row;
}

async function applyTo(
  { statements, readDefinition, startWork, calendar, now }: AdvanceOptions,
  tx: Db,
  client: TransactionSql,
  number: string,
  event: MatterEvent,
  actor: Actor,
): Promise<MatterCaseRow | null> {
  const stored = await lockMatter(statements, client, number);
  if (!stored) return null;
  const { row, matter } = stored;
  const definition = await readDefinition(tx, row.matter, row.definitionVersion);
  const applied = applyEvent(definition, matter, event);
  if ('code' in applied) throw new Error(`${event.kind} is no event of a machine.`);
  if (isSame(matter, applied.matter)) return row;
  const [changed] = await Promise.all([
    recordChange(statements, client, stored, applied.matter, { actor, calendar, now: now() }),
    startWork(client, number, applied.work),
  ]);
  return changed;
}

/** Steps that nothing happened to are the same objects. */
function isSame(before: { steps: readonly unknown[]; state: string }, after: typeof before): boolean {
  return before.state === after.state && after.steps.every((step, i) => step === before.steps[i]);
}
