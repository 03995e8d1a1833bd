import type { TransactionSql } from 'postgres';
import { keyReused, keyRowOf, requireDone } from '../commands/run-once.ts';
import { UserErrors } from '../commands/user-errors.ts';
import type { Db } from '../database/db.ts';
import { transact } from '../database/row-session.ts';
import { type CasePrincipal, unknownNumber } from './case-rights.ts';
import { type CaseTables, prepareCaseStatements } from './case-statements.ts';
import type { CaseOptions, Keyed } from './case-options.ts';
import type { CaseStep } from './facts.ts';
import type { CaseRow } from './tables.ts';
import { type StepTaken, takeStep } from './take-step.ts';

/** The topic and the channel on which the numbers of changed cases are told. */
export const CASE_CHANGED = 'case_changed';

/** A case that a transaction makes. */
interface Making<Principal, Row> extends Keyed<Principal> {
  right: string;
  /** The steps that it takes at once, first step first: the last one's facts are the case's. */
  take: (at: Date) => readonly StepTaken[];
  /** The further columns of the case, its number among them. */
  row: (tx: Db, now: Date) => Promise<Partial<Row> & { number: string }>;
  /** Checks that the caller may see what it made, also when it made it before. */
  check: (tx: Db, row: Row) => Promise<unknown>;
}

/** A step that a transaction takes of a case. */
interface Stepping<Principal, Row> extends Keyed<Principal> {
  number: string;
  /** By what right the caller takes it. Throws when by none. */
  rightOf: (tx: Db, row: Row) => Promise<string>;
  /** The step. Null when there is nothing to do. */
  choose: (row: Row) => CaseStep | null;
  work?: ((tx: Db, row: Row, taken: StepTaken) => Promise<Partial<Row>>) | undefined;
}

/** The transactions in which cases are made and changed: the case, its timeline and the outbox together or not at all. */
export function createCaseTransactions<Principal extends CasePrincipal, Row extends CaseRow>(
  options: CaseOptions<Principal, Row>,
) {
  const { db, sql, calendar, rules, now, onChange } = options;
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
    requireDone(before.result!);
    return before.result!;
  }

  /** Writes what a step tells beside the case itself. */
  function record(
    client: TransactionSql,
    { client: application, user }: Principal,
    { number, filedThrough }: { number: string; filedThrough: string | null },
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
        filedThrough,
      }),
    ];
  }

  return {
    async make({
      caller,
      name,
      input,
      idempotencyKey,
      right,
      take,
      ...making
    }: Making<Principal, Row>): Promise<Row> {
      const startedMs = performance.now();
      const at = now();
      const key = keyRowOf({ caller, key: idempotencyKey, name, input, now: at });
      const made = await transact(sql, async (tx, client) => {
        const claimed = await statements.claimKey.run(client, { ...key, result: null });
        let number = await repeated(client, claimed, key);
        if (number === null) {
          const steps = take(at);
          const row = { ...(await making.row(tx, at)), ...steps.at(-1)!.facts };
          ({ number } = row);
          const made = { number, filedThrough: row.filedThrough ?? null };
          await Promise.all([
            statements.insertCase(columnsOf(row)).run(client, row),
            ...steps.flatMap((taken) => record(client, caller, made, taken, right, startedMs)),
            statements.setResult.run(client, { ...key, result: number }),
          ]);
        }
        const [row] = (await statements.readCase.run(client, { number })) as Row[];
        await making.check(tx, row!);
        return row!;
      });
      onChange();
      return made;
    },

    async step({
      caller,
      name,
      input,
      idempotencyKey,
      number,
      ...step
    }: Stepping<Principal, Row>): Promise<Row> {
      const startedMs = performance.now();
      const key = keyRowOf({ caller, key: idempotencyKey, name, input: { ...input, number }, now: now() });
      const changed = await transact(sql, async (tx, client) => {
        // Sent together, and carried out one after the other: the key comes before the case.
        const [claimed, [row]] = await Promise.all([
          statements.claimKey.run(client, { ...key, result: number }),
          statements.lockCase.run(client, { number }) as Promise<Row[]>,
        ]);
        const before = await repeated(client, claimed, key);
        if (!row) throw unknownNumber(number);
        const right = await step.rightOf(tx, row);
        if (before !== null) return row;
        // Not before the case was its own: whoever had it locked has taken a step meanwhile.
        const at = now();
        const chosen = step.choose(row);
        if (chosen === null) return row;
        const taken = takeStep(row, chosen, { at, calendar, rules });
        if ('problem' in taken) throw new UserErrors([taken.problem]);
        const changes = changesOf(row, { ...((await step.work?.(tx, row, taken)) ?? {}), ...taken.facts });
        const [[updated]] = await Promise.all([
          statements.updateCase(columnsOf(changes)).run(client, { ...changes, number }) as Promise<Row[]>,
          ...record(client, caller, row, taken, right, startedMs),
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
