import { repairCode } from '@yiwang/codes';
import { dayOf, type WorkingCalendar } from '@yiwang/codes/working-days';
import { type Db, userError } from '@yiwang/subgraph-kit';
import {
  type CaseDecision,
  type CaseRules,
  type CaseStepArgs as StepArgs,
  createCaseCommands,
  createCaseSteps,
} from '@yiwang/subgraph-kit/cases';
import type { Certificates } from '@yiwang/subgraph-kit/certificates';
import { checkAnswers } from '@yiwang/subgraph-kit/forms';
import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import type { CertifyPermit } from '../certificates/permit-certificates.ts';
import type { LookAgain } from '../offers/follow-changes.ts';
import { caseEvents, type CaseRow, cases, idempotencyKeys, outbox } from '../tables.ts';
import type { ReadForm } from './case-form.ts';
import { type CasePrincipal, createCaseRights } from './case-rights.ts';
import { createFileCommands } from './file-case.ts';
import { type GrantedPermit, grantPermit } from './grant-permit.ts';
import { createVoidFiledCase } from './void-filed-case.ts';
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
  /** Null where no certificates are issued. */
  certify?: CertifyPermit | null;
  /** As certify. */
  certificates?: Pick<Certificates, 'setState'> | null;
  /** Left out where nothing is offered. */
  lookAgain?: LookAgain | undefined;
  /** Called after a decision that may have started a run of offers. */
  onOfferRun?: () => void;
}

type Result = Promise<CaseRow>;

export type CaseCommands = ReturnType<typeof createCommands>;

/** The commands on cases. Each throws UserErrors, or PublicError FORBIDDEN. */
export function createCommands(db: PostgresJsDatabase, sql: Sql, readForm: ReadForm, options: CaseOptions) {
  const tables = { cases, events: caseEvents, outbox, idempotencyKeys };
  const { now, certify = null, certificates: issued = null, onChange, lookAgain, onOfferRun } = options;
  const commands = createCaseCommands<CasePrincipal, CaseRow>({
    db,
    sql,
    tables,
    rights: createCaseRights(now),
    ...options,
  });

  const readItem = prepareReadItem(db, readForm);
  const formOf = (tx: Db, row: CaseRow) => readForm(tx, row.serviceItemCode!, row.formVersion!);

  const { take, ...steps } = createCaseSteps(commands, 'Case');

  /** Asked before the transaction, which waits for nobody else. */
  async function holderNameOf(number: string): Promise<string | null> {
    if (!certify) return null;
    const [row] = await db
      .select({ uscc: cases.applicantUscc })
      .from(cases)
      .where(eq(cases.number, repairCode(number)));
    return row?.uscc == null ? null : certify.holderName(row.uscc);
  }

  return {
    take,
    ...steps,
    ...createFileCommands(db, { commands, readItem, formOf }),
    voidFiled: createVoidFiledCase(db, { issued, now, onChange }),

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

    decide: async (caller: CasePrincipal, args: StepArgs & DecisionInput): Result => {
      const { decision, permit } = args;
      if (decision === 'DENIED' && permit != null) {
        throw userError<CaseInputErrorCode>(
          'CONTRADICTORY_INPUT',
          'A denial makes no permit: leave permit out.',
          ['permit'],
        );
      }
      const holder = decision === 'GRANTED' ? await holderNameOf(args.number) : null;
      const decided = await steps.decide(caller, args, async (tx, row) => {
        if (decision === 'GRANTED') {
          const made = await grantPermit(tx, row, permit ?? {}, now());
          await certify?.issue(tx, made.permit, { item: made.item, holder }, now());
          if (row.applicantUscc !== null) await lookAgain?.(tx, row.applicantUscc);
        }
        return {};
      });
      onOfferRun?.();
      return decided;
    },
  };
}

interface DecisionInput {
  decision: CaseDecision;
  reason?: string | null | undefined;
  permit?: GrantedPermit | null | undefined;
}
