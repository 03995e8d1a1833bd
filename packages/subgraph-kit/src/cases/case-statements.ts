import { and, eq, getTableColumns, type Placeholder, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { IdempotencyTable } from '../commands/idempotency-table.ts';
import { compileStatement, type Statement } from '../database/row-session.ts';
import type { OutboxTable } from '../outbox/outbox-table.ts';
import type { CaseEventsTable, CaseRow, CasesTable } from './tables.ts';

export interface CaseTables {
  cases: CasesTable;
  events: CaseEventsTable;
  outbox: OutboxTable;
  idempotencyKeys: IdempotencyTable;
}

/** The statements of a step, each written once and prepared: a step then takes four round trips. */
export function prepareCaseStatements(
  db: PostgresJsDatabase,
  { cases, events, outbox, idempotencyKeys }: CaseTables,
) {
  const number = eq(cases.number, sql.placeholder('number'));
  const isKey = and(
    eq(idempotencyKeys.holder, sql.placeholder('holder')),
    eq(idempotencyKeys.key, sql.placeholder('key')),
  );
  /** By the columns that change: few steps change the same ones. */
  const updates = new Map<string, Statement<CaseRow>>();
  const inserts = new Map<string, Statement<never>>();

  return {
    /** No row when the key was used before. Waits for a transaction that uses it. */
    claimKey: compileStatement<{ key: string }>(
      db
        .insert(idempotencyKeys)
        .values(placeholdersOf(['holder', 'key', 'digest', 'result', 'at']) as never)
        .onConflictDoNothing()
        .returning({ key: idempotencyKeys.key })
        .prepare('claim_key'),
    ),
    readKey: compileStatement<{ digest: string; result: string | null }>(
      db
        .select({ digest: idempotencyKeys.digest, result: idempotencyKeys.result })
        .from(idempotencyKeys)
        .where(isKey)
        .prepare('read_key'),
    ),
    setResult: compileStatement<never>(
      db
        .update(idempotencyKeys)
        .set({ result: sql.placeholder('result') as never })
        .where(isKey)
        .prepare('set_result'),
    ),
    readCase: compileStatement<CaseRow>(db.select().from(cases).where(number).prepare('read_case')),
    lockCase: compileStatement<CaseRow>(
      db.select().from(cases).where(number).for('update').prepare('lock_case'),
    ),
    insertCase: (columns: readonly string[]) =>
      once(inserts, columns, () =>
        compileStatement(
          db
            .insert(cases)
            .values(placeholdersOf(columns) as never)
            .prepare('insert_case'),
        ),
      ),
    /** Returns the case as it is then. */
    updateCase: (columns: readonly string[]) =>
      once(updates, columns, () =>
        compileStatement<CaseRow>(
          db
            .update(cases)
            .set(placeholdersOf(columns.filter((column) => column !== 'number')))
            .where(number)
            .returning()
            .prepare('update_case'),
        ),
      ),
    insertEvent: compileStatement<never>(
      db
        .insert(events)
        .values({
          ...placeholdersOf(Object.keys(getTableColumns(events))),
          at: notBeforeTheLast(events),
        } as never)
        .prepare('insert_event'),
    ),
    insertTold: compileStatement<never>(
      db
        .insert(outbox)
        .values(placeholdersOf(['topic', 'key', 'payload', 'filedThrough']) as never)
        .prepare('insert_told'),
    ),
  };
}

/** Clocks of processes differ, and jump: a timeline never goes back all the same. */
function notBeforeTheLast(events: CaseEventsTable): SQL {
  const isLast = sql`last.case_number = ${sql.placeholder('caseNumber')} and last.sequence = ${sql.placeholder('sequence')} - 1`;
  return sql`greatest(${sql.placeholder('at')}::timestamptz, (select last.at from ${events} last where ${isLast}))`;
}

/** Each column as a placeholder of its name. */
function placeholdersOf(columns: readonly string[]): Record<string, Placeholder> {
  return Object.fromEntries(columns.map((column) => [column, sql.placeholder(column)]));
}

function once<Value>(made: Map<string, Value>, columns: readonly string[], make: () => Value): Value {
  const key = [...columns].sort().join();
  const before = made.get(key);
  if (before) return before;
  const value = make();
  made.set(key, value);
  return value;
}
