import { PublicError } from '@yiwang/errors';
import { checkText } from '../commands/check-text.ts';
import { keepRejection } from '../commands/keep-rejection.ts';
import type { Db } from '../database/db.ts';
import { type CasePrincipal, unknownNumber } from './case-rights.ts';
import type { createCaseTransactions } from './case-transactions.ts';
import type { CaseOptions, Keyed } from './case-options.ts';
import type { CaseClock } from './facts.ts';
import type { CaseRow } from './tables.ts';
import { newCase, type StepTaken, takeStep } from './take-step.ts';

/** Runs matters of several departments, for people: files their cases, and follows what becomes of them. */
export const FILING_SCOPE = 'matters:run';

const MAX_PERSON_CHARACTERS = 200;
const MAX_REFERENCE_CHARACTERS = 100;

/** A case that a client files for a person, whole. */
export interface CaseFiling<Principal, Row> extends Keyed<Principal> {
  /** `sub` of the person who applies, or who acts for the enterprise. */
  person: string;
  /** What the case is part of, as the client names it. */
  reference: string;
  /** The days that the item states. */
  times: Pick<CaseClock, 'statutoryDays' | 'promisedDays'>;
  /** The further columns of the case, its number among them. Runs inside the transaction; throws UserErrors when the case is not whole. */
  row: (tx: Db, now: Date) => Promise<Partial<Row> & { number: string }>;
}

/** A step that the filing client takes of its case, as it stands. */
export interface FiledChange<Principal, Row> extends Keyed<Principal> {
  number: string;
  /** Further columns, and whatever else belongs in the transaction; see `CaseChange.work`. */
  work?: (tx: Db, row: Row, taken: StepTaken) => Promise<Partial<Row>>;
}

/**
 * The commands of a client that files cases for people. They need no version, because that client alone takes them, and each of them once by
 * its idempotency key. For a client that did not file it, a case does not exist.
 */
export function createFilingCommands<Principal extends CasePrincipal, Row extends CaseRow>(
  transactions: ReturnType<typeof createCaseTransactions<Principal, Row>>,
  { db, tables, calendar, rules, now }: CaseOptions<Principal, Row>,
) {
  /** The client goes on once it is told of a rejection: the same call, held up on its way, must not be carried out after that. */
  const once = <Result>(
    { caller, name, idempotencyKey: key }: Keyed<Principal>,
    input: object,
    run: () => Promise<Result>,
  ) => keepRejection(db, tables.idempotencyKeys, { caller, key, name, input, now: now() }, run);

  return {
    /**
     * Makes a case and submits it, as one transaction with two events. Sent again with the same key, it gives the case as it stands now.
     *
     * @throws UserErrors MALFORMED_TEXT for the person or the reference, a key's errors, and what `row` throws
     * @throws PublicError FORBIDDEN without the scope matters:run
     */
    async file(filing: CaseFiling<Principal, Row>): Promise<Row> {
      const { times, row, ...keyed } = filing;
      const right = requireFilingClient(filing.caller);
      const filed = {
        filedBy: checkText(filing.person, MAX_PERSON_CHARACTERS, ['input', 'person']),
        reference: checkText(filing.reference, MAX_REFERENCE_CHARACTERS, ['input', 'reference']),
        filedThrough: filing.caller.client,
      };
      return once(keyed, keyed.input, () =>
        transactions.make({
          ...keyed,
          right,
          take(at) {
            const draft = newCase(times, at);
            const submitted = takeStep(draft.facts, { action: 'SUBMIT' }, { at, calendar, rules });
            if ('problem' in submitted) throw new Error(submitted.problem.message);
            return [draft, submitted];
          },
          row: async (tx, at) => ({ ...(await row(tx, at)), ...filed }),
          check: async (_tx, made) => requireFiled(filing.caller, made),
        }),
      );
    },

    /**
     * Submits a case again that was returned. `work` gives the answers that complete it.
     *
     * @throws UserErrors UNKNOWN_NUMBER, WRONG_STATE when it is not returned, a key's errors, and what `work` throws
     * @throws PublicError FORBIDDEN without the scope matters:run
     */
    async refile(change: FiledChange<Principal, Row>): Promise<Row> {
      requireFilingClient(change.caller);
      return once(change, { ...change.input, number: change.number }, () =>
        transactions.step({
          ...change,
          rightOf: async (_tx, row) => requireFiled(change.caller, row),
          choose: () => ({ action: 'RESUBMIT' }),
        }),
      );
    },

    /**
     * Withdraws a case that is not decided. One that was withdrawn before stays as it is.
     *
     * @throws UserErrors UNKNOWN_NUMBER, WRONG_STATE when it is decided or was not accepted, a key's errors, and what `work` throws
     * @throws PublicError FORBIDDEN without the scope matters:run
     */
    async withdrawFiled({
      reason,
      ...change
    }: FiledChange<Principal, Row> & { reason?: string | null | undefined }): Promise<Row> {
      requireFilingClient(change.caller);
      return once(change, { ...change.input, number: change.number }, () =>
        transactions.step({
          ...change,
          rightOf: async (_tx, row) => requireFiled(change.caller, row),
          choose: ({ state }) =>
            state === 'WITHDRAWN' ? null : { action: 'WITHDRAW', reason: reason ?? null },
        }),
      );
    },
  };
}

/** @throws PublicError FORBIDDEN without the scope matters:run */
export function requireMatters({ scopes }: Pick<CasePrincipal, 'scopes'>): void {
  if (scopes.includes(FILING_SCOPE)) return;
  throw new PublicError(
    'FORBIDDEN',
    `This is for applications that run steps of matters: it needs the scope ${FILING_SCOPE}.`,
  );
}

/**
 * What stands in the timeline of the cases that a client files.
 *
 * @throws PublicError FORBIDDEN without the scope matters:run
 */
export function requireFilingClient({ client, scopes }: CasePrincipal): string {
  if (scopes.includes(FILING_SCOPE)) return `filed:${client}`;
  throw new PublicError('FORBIDDEN', `Only a client with the scope ${FILING_SCOPE} files cases for people.`);
}

/**
 * The right of the client that filed a case.
 *
 * @throws UserErrors UNKNOWN_NUMBER when it did not
 * @throws PublicError FORBIDDEN without the scope matters:run
 */
export function requireFiled(caller: CasePrincipal, row: Pick<CaseRow, 'number' | 'filedThrough'>): string {
  const right = requireFilingClient(caller);
  if (row.filedThrough !== caller.client) throw unknownNumber(row.number);
  return right;
}
