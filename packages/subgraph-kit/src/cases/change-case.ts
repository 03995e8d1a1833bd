import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { WorkingCalendar } from '@yiwang/codes/working-days';
import type { IdempotencyTable } from '../commands/idempotency-table.ts';
import { type IdempotencyErrorCode, keyReused, keyRowOf } from '../commands/run-once.ts';
import { userError, UserErrors } from '../commands/user-errors.ts';
import type { Sql, TransactionSql } from 'postgres';
import type { Db } from '../database/db.ts';
import { transact } from '../database/row-session.ts';
import type { OutboxTable } from '../outbox/outbox-table.ts';
import {
  type CasePrincipal,
  type CaseRightErrorCode,
  type CaseRights,
  requireRight,
  unknownNumber,
} from './case-rights.ts';
import { type CaseTables, prepareCaseStatements } from './case-statements.ts';
import type { CaseRules } from './clock.ts';
import type { CaseClock, CaseStep, CaseStepErrorCode } from './facts.ts';
import type { CaseEventsTable, CaseRow } from './tables.ts';
import { newCase, type StepTaken, takeStep } from './take-step.ts';
import { CASE_TRANSITIONS, type CaseSide } from './transitions.ts';

/** Why a command on a case was rejected; a department's enum of codes lists them. */
export type CaseErrorCode =
  CaseStepErrorCode | CaseRightErrorCode | IdempotencyErrorCode | 'STALE_VERSION' | 'MALFORMED_FORM';

/** The topic and the channel on which the numbers of changed cases are told. */
export const CASE_CHANGED = 'case_changed';

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

interface Keyed<Principal> {
  caller: Principal;
  /** Name of the mutation. */
  name: string;
  /** All its arguments but the key. */
  input: object;
  idempotencyKey: string;
}

/** A case that someone wants to begin. */
export interface CaseStart<Principal, Row> extends Keyed<Principal> {
  /** The days that the item states. */
  times: Pick<CaseClock, 'statutoryDays' | 'promisedDays'>;
  /** What gives the caller the right to apply, as `CaseRights.actsFor` would say it. */
  right: string;
  /** The further columns of the case, its number among them. Runs inside the transaction. */
  row: (tx: Db, now: Date) => Promise<Partial<Row> & { number: string }>;
}

/** A step that depends on how the case stands. Whichever it is, the same side takes it. */
export interface StepChoice<Row> {
  side: CaseSide;
  choose: (row: Row) => CaseStep;
}

/** One step of a case. */
export interface CaseChange<Principal, Row> extends Keyed<Principal> {
  number: string;
  /** The version that the caller saw. */
  expectedVersion: number;
  step: CaseStep | StepChoice<Row>;
  /**
   * Further columns, and whatever else belongs in the transaction. Runs while the case is locked, after the step was found possible.
   *
   * @throws UserErrors to reject the step
   */
  work?: (tx: Db, row: Row, taken: StepTaken) => Promise<Partial<Row>>;
}

/** Begins cases and takes their steps. Each is one transaction: the case, its timeline and the outbox change together or not at all. */
export function createCaseCommands<Principal extends CasePrincipal, Row extends CaseRow>(
  options: CaseOptions<Principal, Row>,
) {
  const { db, sql, rights, calendar, rules, now, onChange } = options;
  const statements = prepareCaseStatements(db, options.tables as CaseTables);

  /**
   * Whether the command was carried out before.
   *
   * @param claimed what `claimKey` returned
   * @returns what came of it, or null when this is the first time
   * @throws UserErrors IDEMPOTENCY_KEY_REUSED
   */
  async function repeated(
    client: TransactionSql,
    claimed: readonly unknown[],
    { holder, key, digest }: ReturnType<typeof keyRowOf>,
  ): Promise<string | null> {
    if (claimed.length > 0) return null;
    const [before] = await statements.readKey.run(client, { holder, key });
    if (before?.digest !== digest) throw keyReused();
    return before.result!;
  }

  /** Writes what a step tells beside the case itself. */
  function record(
    client: TransactionSql,
    { client: application, user }: Principal,
    number: string,
    { event }: StepTaken,
    right: string,
    startedMs: number,
  ): Promise<unknown>[] {
    const { sequence: version, action, to: state } = event;
    const machineMs = Math.round(performance.now() - startedMs);
    const taken = { caseNumber: number, person: user, client: application, right, machineMs };
    return [
      statements.insertEvent.run(client, { ...event, ...taken }),
      statements.insertTold.run(client, {
        topic: CASE_CHANGED,
        key: number,
        payload: { number, version, action, state },
      }),
    ];
  }

  return {
    /**
     * Makes a draft.
     *
     * @throws UserErrors with a {@link CaseErrorCode}, and what `row` throws
     */
    async start({ caller, name, input, idempotencyKey, ...start }: CaseStart<Principal, Row>): Promise<Row> {
      const startedMs = performance.now();
      const at = now();
      const key = keyRowOf({ caller, key: idempotencyKey, name, input, now: at });
      const made = await transact(sql, async (tx, client) => {
        const claimed = await statements.claimKey.run(client, { ...key, result: null });
        let number = await repeated(client, claimed, key);
        if (number === null) {
          const taken = newCase(start.times, at);
          const row = { ...(await start.row(tx, at)), ...taken.facts, filedBy: caller.user };
          ({ number } = row);
          await Promise.all([
            statements.insertCase(columnsOf(row)).run(client, row),
            ...record(client, caller, number, taken, start.right, startedMs),
            statements.setResult.run(client, { ...key, result: number }),
          ]);
        }
        const [row] = (await statements.readCase.run(client, { number })) as Row[];
        await requireRight(rights, tx, caller, row!, 'APPLICANT');
        return row!;
      });
      onChange();
      return made;
    },

    /**
     * Takes a step. Of several at once on the same version one is taken, and the others are STALE_VERSION. Sent again with the
     * same key, it gives the case as it stands now, and takes no second step.
     *
     * @throws UserErrors with a {@link CaseErrorCode}, and what `work` throws
     * @throws PublicError FORBIDDEN when the step is the other side's
     */
    async change(change: CaseChange<Principal, Row>): Promise<Row> {
      const { caller, name, input, idempotencyKey, number, expectedVersion, work } = change;
      const startedMs = performance.now();
      const { side, choose } = choiceOf(change.step);
      const at = now();
      const key = keyRowOf({ caller, key: idempotencyKey, name, input: { ...input, number }, now: at });
      const changed = await transact(sql, async (tx, client) => {
        // Sent together, and carried out one after the other: the key comes before the case.
        const [claimed, [row]] = await Promise.all([
          statements.claimKey.run(client, { ...key, result: number }),
          statements.lockCase.run(client, { number }) as Promise<Row[]>,
        ]);
        const before = await repeated(client, claimed, key);
        if (!row) throw unknownNumber(number);
        const right = await requireRight(rights, tx, caller, row, side);
        if (before !== null) return row;
        if (row.version !== expectedVersion) throw staleVersion(row.version, expectedVersion);
        const taken = takeStep(row, choose(row), { at, calendar, rules });
        if ('problem' in taken) throw new UserErrors([taken.problem]);
        const changes = changesOf(row, { ...((await work?.(tx, row, taken)) ?? {}), ...taken.facts });
        const [[updated]] = await Promise.all([
          statements.updateCase(columnsOf(changes)).run(client, { ...changes, number }) as Promise<Row[]>,
          ...record(client, caller, number, taken, right, startedMs),
        ]);
        return updated!;
      });
      onChange();
      return changed;
    },
  };
}

/** The columns of a row that change. */
function changesOf(row: CaseRow, after: object): Record<string, unknown> {
  const changed = Object.entries(after).filter(([column, value]) => row[column as keyof CaseRow] !== value);
  return Object.fromEntries(changed);
}

/** The columns that are said; an optional one may be left out as undefined. */
function columnsOf(row: object): string[] {
  return Object.entries(row).flatMap(([column, value]) => (value === undefined ? [] : [column]));
}

function choiceOf<Row>(step: CaseStep | StepChoice<Row>): StepChoice<Row> {
  return 'choose' in step ? step : { side: CASE_TRANSITIONS[step.action].by, choose: () => step };
}

function staleVersion(version: number, expected: number) {
  return userError<CaseErrorCode>(
    'STALE_VERSION',
    `The case has changed: it is at version ${version}, and you saw version ${expected}. Read it again, and decide on what it says now.`,
    ['expectedVersion'],
  );
}
