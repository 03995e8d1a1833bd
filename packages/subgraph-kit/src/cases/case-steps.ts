import { repairCode } from '@yiwang/codes';
import { userError } from '../commands/user-errors.ts';
import { type CasePrincipal, unknownNumber } from './case-rights.ts';
import type { CaseChange, createCaseCommands, StepChoice } from './change-case.ts';
import type { CaseCommitment, CaseDecision, CaseStep } from './facts.ts';
import type { CaseRow } from './tables.ts';

/** What the mutation of every step names. */
export interface CaseStepArgs {
  number: string;
  expectedVersion: number;
  idempotencyKey: string;
}

type Work<Row> = NonNullable<CaseChange<CasePrincipal, Row>['work']>;
type Given<Value> = Value | null | undefined;

export interface CaseDefectArgs {
  about?: Given<string>;
  problem: string;
}

export interface CaseAcceptance {
  followUp?: Given<{ materials: readonly string[]; by: string }>;
  commitment?: Given<CaseCommitment>;
}

const NUMBER_PATTERN = /^[0-9A-Z][0-9A-Z-]{3,63}$/;

/**
 * The commands behind the mutations of the steps that need nothing of the department: `accept` is that of `acceptCase`, with the
 * suffix `Case`.
 *
 * @param suffix of the names of the mutations, such as `Registration`
 */
export function createCaseSteps<Principal extends CasePrincipal, Row extends CaseRow>(
  { change }: Pick<ReturnType<typeof createCaseCommands<Principal, Row>>, 'change'>,
  suffix: string,
) {
  /** One step of a mutation; `name` without the suffix where that stands last. */
  async function take(
    name: string,
    caller: Principal,
    args: CaseStepArgs,
    step: CaseStep | StepChoice<Row>,
    work?: Work<Row>,
    /** What its idempotency key is bound to; all arguments when left out. */
    boundTo?: object,
  ): Promise<Row> {
    const { idempotencyKey, number: given, ...input } = args;
    const { expectedVersion } = args;
    const number = readCaseNumber(given);
    const keyed = { caller, name, input: boundTo ?? input, idempotencyKey };
    return change({ ...keyed, number, expectedVersion, step, ...(work && { work }) });
  }

  return {
    take,

    withdraw: (caller: Principal, args: CaseStepArgs & { reason?: Given<string> }) =>
      take(`withdraw${suffix}`, caller, args, { action: 'WITHDRAW', reason: args.reason ?? null }),

    supply: (caller: Principal, args: CaseStepArgs & { materials: readonly string[] }) =>
      take(`supply${suffix}Materials`, caller, args, { action: 'SUPPLY', materials: args.materials }),

    rate: (caller: Principal, args: CaseStepArgs & { stars: number; comment?: Given<string> }) =>
      take(`rate${suffix}`, caller, args, {
        action: 'RATE',
        stars: args.stars,
        comment: args.comment ?? null,
      }),

    giveBack(caller: Principal, args: CaseStepArgs & { defects: readonly CaseDefectArgs[] }) {
      const defects = args.defects.map(({ about, problem }) => ({ about: about ?? null, problem }));
      return take(`return${suffix}`, caller, args, { action: 'RETURN', defects });
    },

    decline: (caller: Principal, args: CaseStepArgs & { reason: string }) =>
      take(`decline${suffix}`, caller, args, { action: 'DECLINE', reason: args.reason }),

    /** @throws UserErrors CONTRADICTORY_INPUT besides a step's errors */
    accept: async (caller: Principal, args: CaseStepArgs & CaseAcceptance) =>
      take(`accept${suffix}`, caller, args, acceptanceOf(args)),

    startReview: (caller: Principal, args: CaseStepArgs) =>
      take(`start${suffix}Review`, caller, args, { action: 'START_REVIEW' }),

    suspend: (caller: Principal, args: CaseStepArgs & { reason: string }) =>
      take(`suspend${suffix}`, caller, args, { action: 'SUSPEND', reason: args.reason }),

    resume: (caller: Principal, args: CaseStepArgs) =>
      take(`resume${suffix}`, caller, args, { action: 'RESUME' }),

    extend: (caller: Principal, args: CaseStepArgs & { days: number; reason: string }) =>
      take(`extend${suffix}`, caller, args, { action: 'EXTEND', days: args.days, reason: args.reason }),

    /** @param work what the decision makes, in its transaction */
    decide: (
      caller: Principal,
      args: CaseStepArgs & { decision: CaseDecision; reason?: Given<string> },
      work?: Work<Row>,
    ) =>
      take(
        `decide${suffix}`,
        caller,
        args,
        { action: 'DECIDE', decision: args.decision, reason: args.reason ?? null },
        work,
      ),

    deliver: (caller: Principal, args: CaseStepArgs) =>
      take(`deliver${suffix}`, caller, args, { action: 'DELIVER' }),
  };
}

/**
 * The number of a case in its one form: half width, upper case, no blanks.
 *
 * @throws UserErrors UNKNOWN_NUMBER when it cannot be one
 */
export function readCaseNumber(given: string): string {
  const number = repairCode(given);
  if (!NUMBER_PATTERN.test(number)) throw unknownNumber(given);
  return number;
}

/** @throws UserErrors CONTRADICTORY_INPUT */
function acceptanceOf({ followUp, commitment }: CaseAcceptance): CaseStep {
  if (followUp && commitment) {
    throw userError('CONTRADICTORY_INPUT', 'Accept a case with followUp or with commitment, not with both.', [
      'commitment',
    ]);
  }
  if (followUp) return { action: 'ACCEPT_WITH_FOLLOW_UP', ...followUp };
  return commitment ? { action: 'ACCEPT_ON_COMMITMENT', commitment } : { action: 'ACCEPT' };
}
