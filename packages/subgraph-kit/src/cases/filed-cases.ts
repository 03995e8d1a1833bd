import { PublicError } from '@yiwang/errors';
import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { OutboxTable } from '../outbox/outbox-table.ts';
import { checkPageSize } from '../pages/page.ts';
import type { CasePrincipal } from './case-rights.ts';
import { CASE_CHANGED } from './case-transactions.ts';
import { requireFilingClient } from './file-case.ts';
import type { CaseRow, CasesTable } from './tables.ts';
import type { CaseState } from './transitions.ts';

/** Cases for which a client asks at once. */
const MAX_NUMBERS = 100;
const POSITION = /^\d{1,18}$/;

/** That a case which the client filed has changed. */
export interface FiledCaseChange {
  /** Position in the outbox: ascending, with gaps. */
  id: string;
  /** ISO 8601. */
  at: string;
  number: string;
  version: number;
  /** The state after the change, which may not be the present one. */
  state: CaseState;
}

/** Reads the cases that a client filed for people, and what has changed of them. */
export function createFiledCases<Row extends CaseRow>(
  db: PostgresJsDatabase,
  tables: { cases: object; outbox: OutboxTable },
) {
  const cases = tables.cases as CasesTable;
  const { outbox } = tables;

  return {
    /**
     * The cases of these numbers, in their order; null for those that the caller did not file.
     *
     * @throws PublicError FORBIDDEN without the scope matters:run, INVALID_ARGUMENT for more than 100 numbers
     */
    async byNumbers(caller: CasePrincipal, numbers: readonly string[]): Promise<(Row | null)[]> {
      requireFilingClient(caller);
      if (numbers.length > MAX_NUMBERS) {
        throw new PublicError('INVALID_ARGUMENT', `Ask for at most ${MAX_NUMBERS} numbers at once.`);
      }
      if (numbers.length === 0) return [];
      const rows = await db
        .select()
        .from(cases)
        .where(and(inArray(cases.number, [...new Set(numbers)]), eq(cases.filedThrough, caller.client)));
      const byNumber = new Map(rows.map((row) => [row.number, row as Row]));
      return numbers.map((number) => byNumber.get(number) ?? null);
    },

    /**
     * What has changed of the cases that the caller filed, in the order of publication. Whoever asks again with the last id as `after`
     * misses nothing, and sees a change once. It is one read of the index outbox_filed.
     *
     * Changes are removed OUTBOX_HOURS after they were published: a client also asks from time to time, and after a longer absence, for its open cases
     * by their numbers.
     *
     * @param after id of the last change that was read. Null for all that are kept
     * @param first 1 to 100
     * @throws PublicError FORBIDDEN without the scope matters:run, INVALID_ARGUMENT, MALFORMED_CURSOR
     */
    async changes(caller: CasePrincipal, after: string | null, first: number): Promise<FiledCaseChange[]> {
      requireFilingClient(caller);
      checkPageSize(first);
      if (after !== null && !POSITION.test(after)) {
        throw new PublicError('MALFORMED_CURSOR', 'after is the id of a change, or left out.');
      }
      const rows = await db
        .select({ position: outbox.position, payload: outbox.payload, createdAt: outbox.createdAt })
        .from(outbox)
        .where(
          and(
            eq(outbox.filedThrough, caller.client),
            gt(outbox.position, BigInt(after ?? 0)),
            eq(outbox.topic, CASE_CHANGED),
          ),
        )
        .orderBy(asc(outbox.position))
        .limit(first);
      return rows.map(({ position, payload, createdAt }) => ({
        id: String(position),
        at: new Date(createdAt).toISOString(),
        number: payload['number'] as string,
        version: payload['version'] as number,
        state: payload['state'] as CaseState,
      }));
    },
  };
}
