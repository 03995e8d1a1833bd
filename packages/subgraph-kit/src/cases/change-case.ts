import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { WorkingCalendar } from '@yiwang/codes/working-days';
import type { IdempotencyTable } from '../commands/idempotency-table.ts';
import { type IdempotencyErrorCode, runOnce } from '../commands/run-once.ts';
import { userError, UserErrors } from '../commands/user-errors.ts';
import type { Db } from '../database/db.ts';
import type { OutboxTable } from '../outbox/outbox-table.ts';
import {
  type CasePrincipal,
  type CaseRightErrorCode,
  type CaseRights,
  requireRight,
  unknownNumber,
} from './case-rights.ts';
import type { CaseRules } from './clock.ts';
import type { CaseClock, CaseStep, CaseStepErrorCode } from './facts.ts';
import type { CaseEventsTable, CaseRow, CasesTable } from './tables.ts';
import { newCase, type StepTaken, takeStep } from './take-step.ts';
import { CASE_TRANSITIONS, type CaseSide } from './transitions.ts';

/** Why a command on a case was rejected; a department's enum of codes lists them. */
export type CaseErrorCode =
  CaseStepErrorCode | CaseRightErrorCode | IdempotencyErrorCode | 'STALE_VERSION' | 'MALFORMED_FORM';

/** The topic and the channel on which the numbers of changed cases are told. */
export const CASE_CHANGED = 'case_changed';

export interface CaseOptions<Principal extends CasePrincipal, Row extends CaseRow> {
  db: PostgresJsDatabase;
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
  const { db, rights, calendar, rules, now, onChange } = options;
  const { events, outbox, idempotencyKeys } = options.tables;
  const cases = options.tables.cases as CasesTable;

  async function read(tx: Db, number: string, isLocked: boolean): Promise<Row> {
    const query = tx.select().from(cases).where(eq(cases.number, number));
    const [row] = await (isLocked ? query.for('update') : query);
    if (!row) throw unknownNumber(number);
    return row as Row;
  }

  /** Writes what a step tells beside the case itself. */
  async function record(
    tx: Db,
    { client, user }: Principal,
    number: string,
    { event }: StepTaken,
    right: string,
    startedMs: number,
  ): Promise<void> {
    const { sequence: version, action, to: state } = event;
    const machineMs = Math.round(performance.now() - startedMs);
    await Promise.all([
      tx.insert(events).values({ ...event, caseNumber: number, person: user, client, right, machineMs }),
      tx.insert(outbox).values({
        topic: CASE_CHANGED,
        key: number,
        payload: { number, version, action, state },
      }),
    ]);
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
      const made = await db.transaction(async (tx) => {
        const once = { caller, key: idempotencyKey, name, input, now: at };
        const { result } = await runOnce(tx, idempotencyKeys, once, async () => {
          const taken = newCase(start.times, at);
          const columns = await start.row(tx, at);
          await tx.insert(cases).values({ ...columns, ...taken.facts, filedBy: caller.user } as CaseRow);
          await record(tx, caller, columns.number, taken, start.right, startedMs);
          return columns.number;
        });
        const row = await read(tx, result, false);
        await requireRight(rights, tx, caller, row, 'APPLICANT');
        return row;
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
      const changed = await db.transaction(async (tx) => {
        let after: Row | null = null;
        const once = { caller, key: idempotencyKey, name, input: { ...input, number }, now: at };
        await runOnce(tx, idempotencyKeys, once, async () => {
          const row = await read(tx, number, true);
          const right = await requireRight(rights, tx, caller, row, side);
          if (row.version !== expectedVersion) throw staleVersion(row.version, expectedVersion);
          const taken = takeStep(row, choose(row), { at, calendar, rules });
          if ('problem' in taken) throw new UserErrors([taken.problem]);
          const more = (await work?.(tx, row, taken)) ?? {};
          const changes = { ...more, ...taken.facts } as Partial<CaseRow>;
          const [updated] = await tx.update(cases).set(changes).where(eq(cases.number, number)).returning();
          await record(tx, caller, number, taken, right, startedMs);
          after = updated as Row;
          return number;
        });
        if (after) return after as Row;
        const row = await read(tx, number, false);
        await requireRight(rights, tx, caller, row, side);
        return row;
      });
      onChange();
      return changed;
    },
  };
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
