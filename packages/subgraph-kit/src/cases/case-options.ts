import type { WorkingCalendar } from '@yiwang/codes/working-days';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import type { IdempotencyTable } from '../commands/idempotency-table.ts';
import type { IdempotencyErrorCode } from '../commands/run-once.ts';
import type { OutboxTable } from '../outbox/outbox-table.ts';
import type { CasePrincipal, CaseRightErrorCode, CaseRights } from './case-rights.ts';
import type { CaseRules } from './clock.ts';
import type { CaseStepErrorCode } from './facts.ts';
import type { CaseEventsTable, CaseRow } from './tables.ts';

/** Why a command on a case was rejected; a department's enum of codes lists them. */
export type CaseErrorCode =
  CaseStepErrorCode | CaseRightErrorCode | IdempotencyErrorCode | 'STALE_VERSION' | 'MALFORMED_FORM';

export interface CaseOptions<Principal extends CasePrincipal, Row extends CaseRow> {
  db: PostgresJsDatabase;
  /** The driver beneath `db`. */
  sql: Sql;
  tables: {
    /** Has the columns of `caseColumns` and the department's own. */
    cases: object;
    events: CaseEventsTable;
    outbox: OutboxTable;
    idempotencyKeys: IdempotencyTable;
  };
  rights: CaseRights<Principal, Row>;
  calendar: WorkingCalendar;
  rules: CaseRules;
  now: () => Date;
  /** Called after each commit; wakes the relay. */
  onChange: () => void;
}

/** A command as its caller sent it. */
export interface Keyed<Principal> {
  caller: Principal;
  /** Name of the mutation. */
  name: string;
  /** All its arguments but the key. */
  input: object;
  idempotencyKey: string;
}
