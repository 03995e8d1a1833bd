import { repairCode } from '@yiwang/codes';
import { dayOf, type WorkingCalendar } from '@yiwang/codes/working-days';
import { type Db, userError } from '@yiwang/subgraph-kit';
import {
  type CaseCommitment,
  type CaseDecision,
  type CaseRules,
  type CaseStep,
  createCaseCommands,
  type StepChoice,
  unknownNumber,
} from '@yiwang/subgraph-kit/cases';
import { checkAnswers } from '@yiwang/subgraph-kit/forms';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { isCode } from '../codes.ts';
import { caseEvents, type CaseRow, cases, idempotencyKeys, outbox } from '../tables.ts';
import type { ReadForm } from './case-form.ts';
import { type CasePrincipal, createCaseRights } from './case-rights.ts';
import { type GrantedPermit, grantPermit } from './grant-permit.ts';
import {
  type CaseInput,
  type CaseInputErrorCode,
  prepareReadItem,
  rightToStart,
  rowOf,
} from './start-case.ts';

/** What the commands on cases need besides the database. */
export interface CaseOptions {
  calendar: WorkingCalendar;
  rules: CaseRules;
  now: () => Date;
  /** Called after each commit. */
  onChange: () => void;
}

/** What every step names. */
interface StepArgs {
  number: string;
  expectedVersion: number;
  idempotencyKey: string;
}

type Result = Promise<CaseRow>;
type Work = (tx: Db, row: CaseRow) => Promise<Partial<CaseRow>>;

export type CaseCommands = ReturnType<typeof createCommands>;

/** The commands on cases. Each throws UserErrors, or PublicError FORBIDDEN. */
export function createCommands(db: PostgresJsDatabase, sql: Sql, readForm: ReadForm, options: CaseOptions) {
  const tables = { cases, events: caseEvents, outbox, idempotencyKeys };
  const { now } = options;
  const commands = createCaseCommands<CasePrincipal, CaseRow>({
    db,
    sql,
    tables,
    rights: createCaseRights(now),
    ...options,
  });

  const readItem = prepareReadItem(db, readForm);
  const formOf = (tx: Db, row: CaseRow) => readForm(tx, row.serviceItemCode!, row.formVersion!);

  function take(
    name: string,
    caller: CasePrincipal,
    args: StepArgs,
    step: CaseStep | StepChoice<CaseRow>,
    work?: Work,
    /** What its idempotency key is bound to; all arguments when left out. */
    boundTo?: object,
  ): Result {
    const { idempotencyKey, number: given, ...input } = args;
    const number = repairCode(given);
    if (!isCode('Case.number', number)) throw unknownNumber(given);
    const { expectedVersion } = args;
    const bound = boundTo ?? input;
    const change = { caller, name, input: bound, idempotencyKey, number, expectedVersion, step };
    return commands.change({ ...change, ...(work && { work }) });
  }

  return {
    take,

    async start(
      caller: CasePrincipal,
      { input, idempotencyKey }: { input: CaseInput; idempotencyKey: string },
      /** Told of the number in the transaction that makes the case, before it is written. */
      onNumber?: (tx: Db, number: string) => Promise<void>,
    ): Result {
      const item = await readItem(repairCode(input.item));
      const right = rightToStart(caller, item, input.applicant);
      return commands.start({
        caller,
        name: 'startCase',
        input,
        idempotencyKey,
        times: { statutoryDays: item.statutoryDays, promisedDays: item.promisedDays },
        right,
        async row(tx, at) {
          const row = await rowOf(tx, caller, item, input, at);
          await onNumber?.(tx, row.number);
          return row;
        },
      });
    },

    save: (caller: CasePrincipal, args: StepArgs & { form: unknown }): Result =>
      take('saveCase', caller, args, { action: 'SAVE' }, async (tx, row) => {
        const { form } = args;
        checkAnswers(await formOf(tx, row), form, true, ['form']);
        return { form };
      }),

    /** What is submitted must be whole. A draft is submitted, a case that was returned is submitted again. */
    submit: (caller: CasePrincipal, args: StepArgs): Result =>
      take(
        'submitCase',
        caller,
        args,
        {
          side: 'APPLICANT',
          choose: ({ state }) => ({ action: state === 'RETURNED' ? 'RESUBMIT' : 'SUBMIT' }),
        },
        async (tx, row) => {
          checkAnswers(await formOf(tx, row), row.form, false, ['form']);
          return row.state === 'DRAFT' ? { receivedOn: dayOf(now()) } : {};
        },
      ),

    withdraw: (caller: CasePrincipal, args: StepArgs & { reason?: string | null | undefined }): Result =>
      take('withdrawCase', caller, args, { action: 'WITHDRAW', reason: args.reason ?? null }),

    supply: (caller: CasePrincipal, args: StepArgs & { materials: readonly string[] }): Result =>
      take('supplyCaseMaterials', caller, args, { action: 'SUPPLY', materials: args.materials }),

    rate: (
      caller: CasePrincipal,
      args: StepArgs & { stars: number; comment?: string | null | undefined },
    ): Result =>
      take('rateCase', caller, args, { action: 'RATE', stars: args.stars, comment: args.comment ?? null }),

    giveBack: (caller: CasePrincipal, args: StepArgs & { defects: readonly DefectInput[] }): Result => {
      const defects = args.defects.map(({ about, problem }) => ({ about: about ?? null, problem }));
      return take('returnCase', caller, args, { action: 'RETURN', defects });
    },

    decline: (caller: CasePrincipal, args: StepArgs & { reason: string }): Result =>
      take('declineCase', caller, args, { action: 'DECLINE', reason: args.reason }),

    accept: (caller: CasePrincipal, args: StepArgs & Acceptance): Result =>
      take('acceptCase', caller, args, acceptanceOf(args)),

    startReview: (caller: CasePrincipal, args: StepArgs): Result =>
      take('startCaseReview', caller, args, { action: 'START_REVIEW' }),

    suspend: (caller: CasePrincipal, args: StepArgs & { reason: string }): Result =>
      take('suspendCase', caller, args, { action: 'SUSPEND', reason: args.reason }),

    resume: (caller: CasePrincipal, args: StepArgs): Result =>
      take('resumeCase', caller, args, { action: 'RESUME' }),

    extend: (caller: CasePrincipal, args: StepArgs & { days: number; reason: string }): Result =>
      take('extendCase', caller, args, { action: 'EXTEND', days: args.days, reason: args.reason }),

    decide: (caller: CasePrincipal, args: StepArgs & DecisionInput): Result => {
      const { decision, reason, permit } = args;
      if (decision === 'DENIED' && permit != null) {
        throw userError<CaseInputErrorCode>(
          'CONTRADICTORY_INPUT',
          'A denial makes no permit: leave permit out.',
          ['permit'],
        );
      }
      const step = { action: 'DECIDE', decision, reason: reason ?? null } as const;
      return take('decideCase', caller, args, step, async (tx, row) => {
        if (decision === 'GRANTED') await grantPermit(tx, row, permit ?? {}, now());
        return {};
      });
    },

    deliver: (caller: CasePrincipal, args: StepArgs): Result =>
      take('deliverCase', caller, args, { action: 'DELIVER' }),
  };
}

interface DefectInput {
  about?: string | null | undefined;
  problem: string;
}

interface Acceptance {
  followUp?: { materials: readonly string[]; by: string } | null | undefined;
  commitment?: CaseCommitment | null | undefined;
}

interface DecisionInput {
  decision: CaseDecision;
  reason?: string | null | undefined;
  permit?: GrantedPermit | null | undefined;
}

/** @throws UserErrors CONTRADICTORY_INPUT */
function acceptanceOf({ followUp, commitment }: Acceptance): CaseStep {
  if (followUp && commitment) {
    throw userError<CaseInputErrorCode>(
      'CONTRADICTORY_INPUT',
      'Accept a case with followUp or with commitment, not with both.',
      ['commitment'],
    );
  }
  if (followUp) return { action: 'ACCEPT_WITH_FOLLOW_UP', ...followUp };
  return commitment ? { action: 'ACCEPT_ON_COMMITMENT', commitment } : { action: 'ACCEPT' };
}
