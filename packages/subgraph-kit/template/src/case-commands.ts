import { type Caller, checkText, type Db, userError } from '@yiwang/subgraph-kit';
import {
  actsForApplicant,
  type ActingPrincipal,
  type CaseErrorCode,
  type CaseOffice,
  type CaseStepArgs,
  createCaseCommands,
  createCaseSteps,
  createOfficials,
  nextCaseNumber,
} from '@yiwang/subgraph-kit/cases';
import { dayOf } from '@yiwang/codes/working-days';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { NAME } from './department.ts';
import type {
  MutationDecideTemplateCaseArgs as DecideArgs,
  MutationStartTemplateCaseArgs as StartArgs,
} from './generated/types.ts';
import { caseEvents, type CaseRow, cases, idempotencyKeys, officials, outbox, records } from './tables.ts';

/** Working days in which a case is decided: by law, and as the department promises. */
const TIMES = { statutoryDays: 20, promisedDays: 5 };
const MAX_TITLE_CHARACTERS = 100;

export type CaseCommands = ReturnType<typeof createCommands>;

/** By what the caller acts for the applicant of a case; null when by nothing. A mandate must be one for all matters. */
export const actsFor = (caller: ActingPrincipal, row: CaseRow) => actsForApplicant(caller, row, null);

/** The commands on cases. Each throws UserErrors, or PublicError FORBIDDEN. */
export function createCommands(db: PostgresJsDatabase, sql: Sql, office: CaseOffice) {
  const { now } = office;
  const { mayDecide } = createOfficials({ department: NAME, officials, now });
  const commands = createCaseCommands<ActingPrincipal, CaseRow>({
    db,
    sql,
    tables: { cases, events: caseEvents, outbox, idempotencyKeys },
    rights: { actsFor, mayDecide },
    ...office,
  });
  const { take, accept, startReview, decide } = createCaseSteps(commands, 'TemplateCase');

  /** Makes the record of a granted case, in the transaction of the decision. */
  async function grant(tx: Db, { number, title, applicantUscc }: CaseRow): Promise<void> {
    await tx.insert(records).values({
      number: `R${number}`,
      title,
      issuedOn: dayOf(now()),
      holderUscc: applicantUscc!,
      caseNumber: number,
      source: 'GRAPH',
    });
  }

  return {
    accept,
    startReview,

    async start(caller: Caller, { input, idempotencyKey }: StartArgs): Promise<CaseRow> {
      const { applicant, region } = input;
      const title = checkText(input.title, MAX_TITLE_CHARACTERS, ['input', 'title']);
      const right = caller.mandateFor(applicant, null);
      if (right === null) {
        throw userError<CaseErrorCode>('NO_MANDATE', `You do not act for ${applicant}.`, [
          'input',
          'applicant',
        ]);
      }
      return commands.start({
        caller,
        name: 'startTemplateCase',
        input,
        idempotencyKey,
        times: TIMES,
        right,
        async row(tx, at) {
          const day = dayOf(at);
          const number = await nextCaseNumber(tx, 'C', region, day);
          return { number, title, applicantUscc: applicant, regionCode: region, receivedOn: day };
        },
      });
    },

    submit: (caller: Caller, args: CaseStepArgs) =>
      take('submitTemplateCase', caller, args, { action: 'SUBMIT' }),

    decide: (caller: Caller, args: DecideArgs) =>
      decide(caller, args, async (tx, row) => {
        if (args.decision === 'GRANTED') await grant(tx, row);
        return {};
      }),
  };
}
