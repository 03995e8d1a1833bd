import { dayOf } from '@yiwang/codes/working-days';
import { checkText, type Db, runOnce, userError } from '@yiwang/subgraph-kit';
import {
  type ActingPrincipal,
  type CaseOffice,
  type CaseStepArgs,
  createCaseCommands,
  createCaseSteps,
  createOfficials,
  nextCaseNumber,
  readCaseNumber,
  unknownNumber,
  requireMatters,
} from '@yiwang/subgraph-kit/cases';
import { and, eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import type { LandCertificates } from '../certificates/issue-certificates.ts';
import { NAME } from '../department.ts';
import type { LandCaseErrorCode, LandCaseInput, MutationDecideLandCaseArgs } from '../generated/types.ts';
import {
  caseEvents,
  cases,
  idempotencyKeys,
  type LandCaseKind,
  type LandCaseRow,
  officials,
  outbox,
} from './case-tables.ts';
import { type Answers, MAX_REASON_CHARACTERS } from './check-input.ts';
import { LAND_CASE_KINDS } from './land-case-kinds.ts';
import { actsFor } from './land-case-rights.ts';
import {
  acquirerOf,
  columnsOf,
  hasEnded,
  kindOf,
  nextPlanningPermit,
  registrationOf,
} from './land-case-row.ts';
import { lockUnit, registerHolder, requireHolder, restoreHolder, standingRegistrations } from './units.ts';

/** Tells cases of this department from those of others. */
const NUMBER_PREFIX = 'LD';

export interface LandFiling {
  input: LandCaseInput;
  idempotencyKey: string;
}

export interface LandRefiling extends Answers {
  number: string;
  idempotencyKey: string;
}

export interface LandWithdrawal {
  number: string;
  reason?: string | null | undefined;
  idempotencyKey: string;
}

export interface LandVoiding {
  number: string;
  reason: string;
  idempotencyKey: string;
}

/**
 * The commands on cases. Each throws UserErrors, or PublicError FORBIDDEN.
 *
 * @param certificates null where none are issued
 */
export function createLandCaseCommands(
  db: PostgresJsDatabase,
  connection: Sql,
  office: CaseOffice,
  certificates: LandCertificates | null,
) {
  const { now } = office;
  const { mayDecide } = createOfficials({ department: NAME, officials, now });
  const commands = createCaseCommands<ActingPrincipal, LandCaseRow>({
    db,
    sql: connection,
    tables: { cases, events: caseEvents, outbox, idempotencyKeys },
    rights: { actsFor, mayDecide },
    ...office,
  });
  const { take: _take, supply: _supply, rate: _rate, ...steps } = createCaseSteps(commands, 'LandCase');

  /** What a granted case gives, in the transaction of the decision. */
  async function grant(tx: Db, caller: ActingPrincipal, row: LandCaseRow): Promise<Partial<LandCaseRow>> {
    const at = now();
    if (row.unit === null) {
      const planningPermit = await nextPlanningPermit(tx, row.regionCode, at);
      await certificates?.planning(tx, row, planningPermit, at);
      return { planningPermit };
    }
    const unit = await lockUnit(tx, row.unit, ['number']);
    const acquirer = acquirerOf(row);
    requireHolder(unit, registrationOf(row), acquirer, ['number']);
    const before = (await standingRegistrations(tx, unit.code)).at(-1);
    await registerHolder(tx, caller, row, unit, acquirer, { at: at.toISOString(), day: dayOf(at) });
    if (before) await certificates?.revoke(tx, row.kind, before.caseNumber, at);
    await certificates?.registration(tx, row, unit, at);
    return {};
  }

  async function voidGranted(
    caller: ActingPrincipal,
    name: string,
    kind: LandCaseKind,
    { idempotencyKey, ...input }: LandVoiding,
  ): Promise<{ row: LandCaseRow; voided: boolean }> {
    requireMatters(caller);
    const number = readCaseNumber(input.number);
    return db.transaction(async (tx) => {
      const at = now();
      const command = { caller, name, key: idempotencyKey, input, now: at };
      const { result } = await runOnce(tx, idempotencyKeys, command, async () => {
        const reason = checkText(input.reason, MAX_REASON_CHARACTERS, ['reason']);
        const [row] = await tx
          .select()
          .from(cases)
          .where(isFiled(caller, number, kind))
          .for('update');
        if (!row) throw unknownNumber(input.number);
        if (row.decision !== 'GRANTED' || row.voidedAt !== null) {
          if (hasEnded(row)) return 'NOTHING';
          throw userError<LandCaseErrorCode>(
            'WRONG_STATE',
            `${number} is ${row.state}: withdraw it, there is nothing to void yet.`,
            ['number'],
          );
        }
        const how = { at: at.toISOString(), reason };
        if (row.unit !== null) {
          const unit = await lockUnit(tx, row.unit, ['number']);
          const restored = await restoreHolder(tx, caller, row, unit, how);
          if (restored !== null) await certificates?.restore(tx, restored, at);
        }
        await certificates?.revoke(tx, row.kind, number, at);
        await tx.update(cases).set({ voidedAt: how.at, voidReason: reason }).where(eq(cases.number, number));
        return 'VOIDED';
      });
      const [row] = await tx
        .select()
        .from(cases)
        .where(isFiled(caller, number, kind));
      return { row: row!, voided: result === 'VOIDED' };
    });
  }

  return {
    ...steps,

    async file(caller: ActingPrincipal, { input, idempotencyKey }: LandFiling): Promise<LandCaseRow> {
      const { person, reference, region } = input;
      const applicantUscc = input.applicant ?? null;
      const kind = kindOf(input, ['input']);
      return commands.file({
        caller,
        name: 'fileLandCase',
        input,
        idempotencyKey,
        person,
        reference,
        times: LAND_CASE_KINDS[kind].times,
        async row(tx, at) {
          const day = dayOf(at);
          const place = { region, reference: reference.trim(), applicantUscc, isNew: true };
          const columns = await columnsOf(tx, caller, input, place, ['input']);
          return {
            number: await nextCaseNumber(tx, NUMBER_PREFIX, region, day),
            kind,
            regionCode: region,
            receivedOn: day,
            applicantUscc,
            applicantUser: applicantUscc === null ? person.trim() : null,
            ...columns,
          };
        },
      });
    },

    async refile(
      caller: ActingPrincipal,
      { number, idempotencyKey, ...answers }: LandRefiling,
    ): Promise<LandCaseRow> {
      return commands.refile({
        caller,
        name: 'refileLandCase',
        input: answers,
        idempotencyKey,
        number: readCaseNumber(number),
        async work(tx, row) {
          const isSame =
            kindOf(answers, []) === row.kind && (answers.registration?.unit ?? null) === row.unit;
          if (!isSame) {
            throw userError<LandCaseErrorCode>(
              'CONTRADICTORY_INPUT',
              `${row.number} stays of its kind and for its unit: file another case for another one.`,
              [row.unit === null ? 'planning' : 'registration'],
            );
          }
          const { applicantUscc, regionCode: region, reference } = row;
          const place = { region, reference: reference!, applicantUscc, isNew: false };
          return columnsOf(tx, caller, answers, place, []);
        },
      });
    },

    async withdrawFiled(
      caller: ActingPrincipal,
      { number, idempotencyKey, reason = null }: LandWithdrawal,
    ): Promise<LandCaseRow> {
      return commands.withdrawFiled({
        caller,
        name: 'withdrawFiledLandCase',
        input: { reason },
        idempotencyKey,
        number: readCaseNumber(number),
        reason,
      });
    },

    decide: (caller: ActingPrincipal, args: MutationDecideLandCaseArgs & CaseStepArgs) =>
      steps.decide(caller, args, async (tx, row) =>
        args.decision === 'GRANTED' ? grant(tx, caller, row) : {},
      ),

    voidRegistration: (caller: ActingPrincipal, args: LandVoiding) =>
      voidGranted(caller, 'voidLandRegistration', 'REAL_ESTATE_REGISTRATION', args),

    voidPlanning: (caller: ActingPrincipal, args: LandVoiding) =>
      voidGranted(caller, 'voidLandUsePlanning', 'LAND_USE_PLANNING', args),
  };
}

/** A case of the caller, by its number: for anybody else there is none. */
function isFiled({ client }: ActingPrincipal, number: string, kind: LandCaseKind) {
  return and(eq(cases.number, number), eq(cases.filedThrough, client), eq(cases.kind, kind));
}
