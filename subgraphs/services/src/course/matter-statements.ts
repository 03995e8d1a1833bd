import { compileStatement, type Statement } from '@yiwang/subgraph-kit';
import { and, asc, eq, type Placeholder, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import {
  type MatterCaseRow,
  matterCases,
  type MatterEventRow,
  matterEvents,
  type MatterStepRow,
  matterSteps,
  outbox,
} from '../tables.ts';

const EVENT_COLUMNS = ['caseNumber', 'sequence', 'at', 'step', 'from', 'to', 'side', 'person', 'problems'];
const STEP_COLUMNS = [
  'state',
  'attempt',
  'departmentCase',
  'departmentCaseVersion',
  'result',
  'problems',
  'doneOrder',
];

export type MatterStatements = ReturnType<typeof prepareMatterStatements>;

/**
 * The statements by which an application goes on, each written once and prepared. Every step of every application takes them, a dozen at
 * a time: written anew for each, they took most of the time of this department when a thousand steps were due at once.
 */
export function prepareMatterStatements(db: PostgresJsDatabase) {
  const isCase = eq(matterCases.number, sql.placeholder('number'));
  const readCase = db.select().from(matterCases).where(isCase);
  /** By the columns that change: few events change the same ones. */
  const updates = new Map<string, Statement<MatterCaseRow>>();

  return {
    readCase: compileStatement<MatterCaseRow>(readCase.prepare('read_matter')),
    lockCase: compileStatement<MatterCaseRow>(
      db.select().from(matterCases).where(isCase).for('update').prepare('lock_matter'),
    ),
    readSteps: compileStatement<MatterStepRow>(
      db
        .select()
        .from(matterSteps)
        .where(eq(matterSteps.caseNumber, sql.placeholder('number')))
        .orderBy(asc(matterSteps.position))
        .prepare('read_matter_steps'),
    ),
    /** First event first. */
    readEvents: compileStatement<MatterEventRow>(
      db
        .select()
        .from(matterEvents)
        .where(eq(matterEvents.caseNumber, sql.placeholder('number')))
        .orderBy(asc(matterEvents.sequence))
        .prepare('read_matter_events'),
    ),
    /** Returns the application as it is then. */
    updateCase(columns: readonly string[]): Statement<MatterCaseRow> {
      const key = [...columns].sort().join();
      const before = updates.get(key);
      if (before) return before;
      const update = db.update(matterCases).set(placeholdersOf(columns)).where(isCase).returning();
      const statement = compileStatement<MatterCaseRow>(update.prepare('update_matter'));
      updates.set(key, statement);
      return statement;
    },
    updateStep: compileStatement<never>(
      db
        .update(matterSteps)
        .set(placeholdersOf(STEP_COLUMNS))
        .where(
          and(
            eq(matterSteps.caseNumber, sql.placeholder('caseNumber')),
            eq(matterSteps.name, sql.placeholder('name')),
          ),
        )
        .prepare('update_matter_step'),
    ),
    insertEvent: compileStatement<never>(
      db
        .insert(matterEvents)
        .values(placeholdersOf(EVENT_COLUMNS) as never)
        .prepare('insert_matter_event'),
    ),
    insertTold: compileStatement<never>(
      db
        .insert(outbox)
        .values(placeholdersOf(['topic', 'key', 'payload']) as never)
        .prepare('insert_matter_told'),
    ),
  };
}

/** Each column as a placeholder of its name. */
function placeholdersOf(columns: readonly string[]): Record<string, Placeholder> {
  return Object.fromEntries(columns.map((column) => [column, sql.placeholder(column)]));
}
