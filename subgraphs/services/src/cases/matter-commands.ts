import { dayOf } from '@yiwang/codes/working-days';
import {
  checkOptionalText,
  checkText,
  type Db,
  type IdempotencyErrorCode,
  runOnce,
  type TextErrorCode,
  transact,
  userError,
} from '@yiwang/subgraph-kit';
import { type AnswersErrorCode, checkAnswers } from '@yiwang/subgraph-kit/forms';
import type { PrefillErrorCode } from '@yiwang/subgraph-kit/prefill';
import type { TransactionSql } from 'postgres';
import type { AdvanceOptions } from '../course/advance-matter.ts';
import { applyEvent, type CourseProblemCode } from '../course/apply-event.ts';
import type { MatterEvent } from '../course/matter.ts';
import { type Actor, recordChange } from '../course/record-event.ts';
import { type LockedMatter, lockMatter } from '../course/stored-matter.ts';
import { leftOutBy, type MatterDefinition } from '../definition/definition.ts';
import { idempotencyKeys, type MatterCaseRow } from '../tables.ts';
import { type Principal, actsFor, isOperator, requireOperator } from './rights.ts';
import { type MatterCaseInput, rightToStart, type StartErrorCode, startRow } from './start-matter.ts';
import { requireUnused } from './used-answers.ts';

/** Why a command on an application was rejected. */
export type MatterErrorCode =
  | StartErrorCode
  | CourseProblemCode
  | AnswersErrorCode
  | IdempotencyErrorCode
  | TextErrorCode
  | 'UNKNOWN_NUMBER'
  | 'STALE_VERSION'
  | 'ANSWER_IN_USE'
  | PrefillErrorCode;

interface Keyed {
  idempotencyKey: string;
}

interface StepArgs extends Keyed {
  number: string;
  expectedVersion: number;
}

const MAX_REASON_CHARACTERS = 2000;

export type MatterCommands = ReturnType<typeof createMatterCommands>;

/** The commands on applications. Each throws UserErrors with a {@link MatterErrorCode}, or PublicError FORBIDDEN. */
export function createMatterCommands(options: AdvanceOptions) {
  const { sql, statements, readDefinition, startWork, now, onChange, calendar } = options;

  async function once(
    caller: Principal,
    name: string,
    { idempotencyKey: key, ...input }: Keyed,
    run: (tx: Db, client: TransactionSql, now: Date) => Promise<string>,
  ): Promise<MatterCaseRow> {
    const at = now();
    const row = await transact(sql, async (tx, client) => {
      const { result } = await runOnce(tx, idempotencyKeys, { caller, key, name, input, now: at }, () =>
        run(tx, client, at),
      );
      const stored = await lockMatter(statements, client, result);
      return stored!.row;
    });
    onChange();
    // Whoever has lost the right since the first time is told no more.
    if (actsFor(caller, row) === null && !isOperator(caller)) throw unknownNumber(row.number);
    return row;
  }

  /** One step on a locked application. */
  function take(
    caller: Principal,
    name: string,
    args: StepArgs,
    side: 'APPLICANT' | 'OPERATOR',
    decide: (
      stored: LockedMatter,
      definition: MatterDefinition,
      now: Date,
      tx: Db,
    ) => Decision | Promise<Decision>,
  ): Promise<MatterCaseRow> {
    const operator = side === 'OPERATOR' ? requireOperator(caller) : null;
    return once(caller, name, args, async (tx, client, at) => {
      const stored = await lockMatter(statements, client, args.number);
      if (!stored || !mayChange(caller, stored.row, operator !== null)) throw unknownNumber(args.number);
      const { row, matter } = stored;
      if (row.version !== args.expectedVersion) throw stale(row, args.expectedVersion);
      const definition = await readDefinition(tx, row.matter, row.definitionVersion);
      const { event, columns } = await decide(stored, definition, at, tx);
      const actor: Actor = { side, person: caller.user };
      if (event === null) {
        await recordChange(statements, client, stored, matter, { actor, calendar, now: at, columns });
        return row.number;
      }
      const applied = applyEvent(definition, matter, event);
      if ('code' in applied) throw userError<MatterErrorCode>(applied.code, applied.message);
      await Promise.all([
        recordChange(statements, client, stored, applied.matter, { actor, calendar, now: at, columns }),
        startWork(client, row.number, applied.work),
      ]);
      return row.number;
    });
  }

  return {
    take,

    start: (caller: Principal, { input, ...keyed }: { input: MatterCaseInput } & Keyed) =>
      once(caller, 'startMatterCase', { ...keyed, ...{ input } }, async (tx, _client, at) => {
        rightToStart(caller, input);
        return startRow(tx, caller, input, at, readDefinition);
      }),

    save: (caller: Principal, args: StepArgs & { form: unknown }) =>
      take(caller, 'saveMatterCase', args, 'APPLICANT', ({ matter, row }, definition) => {
        if (matter.state !== 'DRAFT')
          throw wrongState(row, 'Only a draft is saved; correct a returned one by completeMatterCase.');
        const { form } = args;
        checkAnswers(definition.form, form, true, ['form']);
        return { event: null, columns: { form } };
      }),

    submit: (caller: Principal, args: StepArgs) =>
      take(caller, 'submitMatterCase', args, 'APPLICANT', ({ row }, definition, at) => {
        checkAnswers(definition.form, row.form, false, ['form']);
        const dueOn = calendar.addWorkingDays(dayOf(at), definition.promisedDays);
        const leftOut = leftOutBy(definition, row.form);
        return { event: { kind: 'SUBMIT', leftOut }, columns: { submittedAt: at.toISOString(), dueOn } };
      }),

    /** Corrects what was returned. What departments have used already must stay as it is. */
    complete: (caller: Principal, args: StepArgs & { form: unknown }) =>
      take(caller, 'completeMatterCase', args, 'APPLICANT', (stored, definition) => {
        const { form } = args;
        checkAnswers(definition.form, form, false, ['form']);
        requireUnused(stored, definition, form);
        return { event: { kind: 'COMPLETE' }, columns: { form } };
      }),

    withdraw: (caller: Principal, args: StepArgs & { reason?: string | null | undefined }) =>
      take(caller, 'withdrawMatterCase', args, 'APPLICANT', () => {
        const reason = checkOptionalText(args.reason, MAX_REASON_CHARACTERS, ['reason']);
        return { event: { kind: 'WITHDRAW', reason } };
      }),

    skip: (caller: Principal, args: StepArgs & { step: string; reason: string }) =>
      take(caller, 'skipMatterStep', args, 'OPERATOR', () => {
        const reason = checkText(args.reason, MAX_REASON_CHARACTERS, ['reason']);
        return { event: { kind: 'SKIP', step: args.step, reason } };
      }),

    undo: (caller: Principal, args: StepArgs & { reason: string }) =>
      take(caller, 'undoMatterCase', args, 'OPERATOR', () => {
        const reason = checkText(args.reason, MAX_REASON_CHARACTERS, ['reason']);
        return { event: { kind: 'UNDO', reason } };
      }),
  };
}

interface Decision {
  /** Null when only columns change. */
  event: MatterEvent | null;
  columns?: Partial<MatterCaseRow>;
}

function mayChange(caller: Principal, row: MatterCaseRow, isOperator: boolean): boolean {
  return isOperator ? row.submittedAt !== null : actsFor(caller, row) !== null;
}

/** The error for a number that does not exist, or that the caller may not see: the two look the same. */
function unknownNumber(number: string) {
  return userError<MatterErrorCode>('UNKNOWN_NUMBER', `${number} does not exist, or you may not see it.`, [
    'number',
  ]);
}

function stale({ number, version }: MatterCaseRow, expected: number) {
  return userError<MatterErrorCode>(
    'STALE_VERSION',
    `${number} has changed: it is at version ${version}, and you saw ${expected}. Look at it again.`,
    ['expectedVersion'],
  );
}

export function wrongState({ state }: MatterCaseRow, why: string) {
  return userError<MatterErrorCode>('WRONG_STATE', `The application is ${state}. ${why}`);
}
