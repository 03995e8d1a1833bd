import { userError } from '../commands/user-errors.ts';
import type { Db } from '../database/db.ts';
import type { CaseErrorCode, CaseOptions, Keyed } from './case-options.ts';
import { type CasePrincipal, requireRight } from './case-rights.ts';
import { createCaseTransactions } from './case-transactions.ts';
import type { CaseClock, CaseStep } from './facts.ts';
import { createFilingCommands } from './file-case.ts';
import type { CaseRow } from './tables.ts';
import { newCase, type StepTaken } from './take-step.ts';
import { CASE_TRANSITIONS, type CaseSide } from './transitions.ts';

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
  const { rights } = options;
  const transactions = createCaseTransactions<Principal, Row>(options);

  return {
    ...createFilingCommands<Principal, Row>(transactions, options),

    /**
     * Makes a draft.
     *
     * @throws UserErrors with a {@link CaseErrorCode}, and what `row` throws
     */
    start({ times, row, ...start }: CaseStart<Principal, Row>): Promise<Row> {
      const { caller } = start;
      return transactions.make({
        ...start,
        take: (at) => [newCase(times, at)],
        row: async (tx, at) => ({ ...(await row(tx, at)), filedBy: caller.user }),
        check: (tx, made) => requireRight(rights, tx, caller, made, 'APPLICANT'),
      });
    },

    /**
     * Takes a step. Of several at once on the same version one is taken, and the others are STALE_VERSION. Sent again with the
     * same key, it gives the case as it stands now, and takes no second step.
     *
     * @throws UserErrors with a {@link CaseErrorCode}, and what `work` throws
     * @throws PublicError FORBIDDEN when the step is the other side's
     */
    change({ expectedVersion, step, ...change }: CaseChange<Principal, Row>): Promise<Row> {
      const { side, choose } = choiceOf(step);
      return transactions.step({
        ...change,
        rightOf: (tx, row) => requireRight(rights, tx, change.caller, row, side),
        choose(row) {
          if (row.version !== expectedVersion) throw staleVersion(row.version, expectedVersion);
          return choose(row);
        },
      });
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
