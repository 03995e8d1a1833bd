import { dayOf } from '@yiwang/codes/working-days';
import { type Caller, type Db, userError } from '@yiwang/subgraph-kit';
import {
  actsForApplicant,
  type ActingPrincipal,
  type CaseOffice,
  type CaseStepArgs,
  createCaseCommands,
  createCaseSteps,
  createOfficials,
  nextCaseNumber,
  readCaseNumber,
} from '@yiwang/subgraph-kit/cases';
import { and, eq, isNull } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import type { Licences } from '../certificates/licences.ts';
import { NAME } from '../department.ts';
import type {
  MutationDecideRegistrationArgs as DecideArgs,
  MutationDeclineRegistrationArgs as DeclineArgs,
  MutationFileRegistrationArgs as FileArgs,
  MutationRefileRegistrationArgs as RefileArgs,
  MutationWithdrawFiledRegistrationArgs as WithdrawArgs,
} from '../generated/types.ts';
import { checkPerson } from '../mandates/check-input.ts';
import { idempotencyKeys } from '../mandates/mandate-tables.ts';
import { checkDetails, type RegistrationCode } from './check-registration.ts';
import { grantRegistration } from './grant-registration.ts';
import { ownedBy } from './name-commands.ts';
import {
  caseEvents,
  cases,
  nameReservations,
  officials,
  outbox,
  type RegistrationRow,
} from './registration-tables.ts';
import { createVoidRegistration } from './void-registration.ts';

/** Working days: by law (市场主体登记管理条例 第十九条), and as the department promises. */
export const REGISTRATION_TIMES = { statutoryDays: 3, promisedDays: 1 };
/** By the same article, for a case that is difficult. */
const MAX_EXTENSION_DAYS = 3;
const NUMBER_PREFIX = 'QY';

export type RegistrationCommands = ReturnType<typeof createRegistrationCommands>;

/** By what the caller acts for the applicant of a case; null when by nothing. */
export const actsFor = (caller: ActingPrincipal, row: RegistrationRow) => actsForApplicant(caller, row, null);

/**
 * The commands on registrations. Each throws UserErrors, or PublicError FORBIDDEN.
 *
 * @param licences null where none are issued
 */
export function createRegistrationCommands(
  db: PostgresJsDatabase,
  sql: Sql,
  office: CaseOffice,
  licences: Licences | null,
) {
  const { now } = office;
  const { mayDecide } = createOfficials({ department: NAME, officials, now });
  const commands = createCaseCommands<ActingPrincipal, RegistrationRow>({
    db,
    sql,
    tables: { cases, events: caseEvents, outbox, idempotencyKeys },
    rights: { actsFor, mayDecide },
    ...office,
    rules: { ...office.rules, maxExtensionDays: MAX_EXTENSION_DAYS },
  });
  const { take, giveBack, accept, startReview, suspend, resume, extend, decide, deliver } = createCaseSteps(
    commands,
    'Registration',
  );

  return {
    giveBack,
    startReview,
    suspend,
    resume,
    extend,
    deliver,
    accept: (caller: Caller, args: CaseStepArgs) => accept(caller, args),
    void: createVoidRegistration(db, office, licences),

    async file(caller: Caller, { input, idempotencyKey }: FileArgs): Promise<RegistrationRow> {
      const { person, reference } = input;
      return commands.file({
        caller,
        name: 'fileRegistration',
        input,
        idempotencyKey,
        person,
        reference,
        times: REGISTRATION_TIMES,
        async row(tx, at) {
          checkPerson(person);
          const details = checkDetails(input.details, ['input', 'details']);
          const day = dayOf(at);
          const number = await nextCaseNumber(tx, NUMBER_PREFIX, input.region, day);
          const name = await useName(tx, caller, input, number, day);
          return {
            ...details,
            number,
            name,
            reservation: input.reservation,
            regionCode: input.region,
            applicantUser: person,
            receivedOn: day,
          };
        },
      });
    },

    async refile(caller: Caller, { number, details, idempotencyKey }: RefileArgs): Promise<RegistrationRow> {
      return commands.refile({
        caller,
        name: 'refileRegistration',
        input: { details },
        idempotencyKey,
        number: readCaseNumber(number),
        work: async () => checkDetails(details, ['details']),
      });
    },

    async withdrawFiled(
      caller: Caller,
      { number, reason, idempotencyKey }: WithdrawArgs,
    ): Promise<RegistrationRow> {
      return commands.withdrawFiled({
        caller,
        name: 'withdrawFiledRegistration',
        input: { reason },
        idempotencyKey,
        number: readCaseNumber(number),
        reason,
        work: leaveName,
      });
    },

    decline: (caller: Caller, args: DeclineArgs) =>
      take('declineRegistration', caller, args, { action: 'DECLINE', reason: args.reason }, (tx, row) =>
        leaveName(tx, row as RegistrationRow),
      ),

    decide: (caller: Caller, args: DecideArgs) =>
      decide(caller, args, async (tx, row) =>
        args.decision === 'GRANTED'
          ? grantRegistration(tx, caller, row, now(), licences)
          : leaveName(tx, row),
      ),
  };
}

/**
 * Takes a reserved name for a case, which holds it until it is over.
 *
 * @returns the name
 * @throws UserErrors UNKNOWN_RESERVATION, WRONG_REGION
 */
async function useName(
  tx: Db,
  caller: Caller,
  { reservation, reference, region }: FileArgs['input'],
  number: string,
  today: string,
): Promise<string> {
  const [found] = await tx.select().from(nameReservations).where(ownedBy(caller, reservation)).for('update');
  const isFree =
    found?.ended === null &&
    found.caseNumber === null &&
    found.until >= today &&
    found.reference === reference.trim();
  if (!found || !isFree) {
    throw userError<RegistrationCode>(
      'UNKNOWN_RESERVATION',
      `${reservation} is no reservation of yours that is in force for ${reference} and that no case uses.`,
      ['input', 'reservation'],
    );
  }
  if (found.regionCode !== region) {
    throw userError<RegistrationCode>('WRONG_REGION', `The name is reserved for ${found.regionCode}.`, [
      'input',
      'region',
    ]);
  }
  await tx
    .update(nameReservations)
    .set({ caseNumber: number })
    .where(eq(nameReservations.sequence, found.sequence));
  return found.name;
}

/** Lets a case that is over give its name back to the reservation, which may be used again until its day. */
async function leaveName(tx: Db, { number }: Pick<RegistrationRow, 'number'>) {
  await tx
    .update(nameReservations)
    .set({ caseNumber: null })
    .where(and(eq(nameReservations.caseNumber, number), isNull(nameReservations.ended)));
  return {};
}
