import { PublicError } from '@yiwang/errors';
import type { Channel, Db } from '@yiwang/subgraph-kit';
import { CASE_CHANGED } from '@yiwang/subgraph-kit/cases';
import { and, asc, eq, gt, inArray, max } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { cases, outbox } from '../tables.ts';
import { type CasePrincipal, concerning } from './case-rights.ts';

/** That a case has changed which somebody has to do with. */
export interface InboxEventModel {
  /** Position in the outbox. */
  id: string;
  number: string;
  at: string;
}

/** Tells a person or an official of the changes of all cases that it has to do with, in the order of their publication. */
export type FollowInbox = (
  caller: CasePrincipal,
  after: string | null,
) => Promise<AsyncIterableIterator<InboxEventModel>>;

const MAX_ROWS = 200;
const POSITION = /^\d{1,18}$/;

/** @param changes tells when something was published */
export function createFollowInbox(db: PostgresJsDatabase, changes: Channel, now: () => Date): FollowInbox {
  return async function followInbox(caller, after) {
    if (after !== null && !POSITION.test(after)) {
      throw new PublicError('MALFORMED_CURSOR', 'after is the id of an event of inbox, or left out.');
    }
    // Whoever begins after this position misses nothing that is published from now on.
    let position = after === null ? await newestPosition() : BigInt(after);
    const steps = await changes.followAll();
    let found: InboxEventModel[] = [];

    /** @returns whether there may be more behind them */
    async function read(): Promise<boolean> {
      const rows = await db
        .select({ position: outbox.position, key: outbox.key, createdAt: outbox.createdAt })
        .from(outbox)
        .where(and(eq(outbox.topic, CASE_CHANGED), gt(outbox.position, position)))
        .orderBy(asc(outbox.position))
        .limit(MAX_ROWS);
      if (rows.length === 0) return false;
      position = rows.at(-1)!.position!;
      const visible = await numbersConcerning(db, caller, [...new Set(rows.map(({ key }) => key))], now());
      found = rows.flatMap(({ position: at, key, createdAt }) =>
        visible.has(key) ? [{ id: String(at), number: key, at: new Date(createdAt).toISOString() }] : [],
      );
      return true;
    }

    // Not a generator, because a generator's `return` waits for the next step.
    const events: AsyncIterableIterator<InboxEventModel> = {
      async next() {
        for (;;) {
          const event = found.shift();
          if (event) return { done: false, value: event };
          if (await read()) continue;
          const step = await steps.next();
          if (step.done) return { done: true, value: undefined };
        }
      },
      async return() {
        await steps.return?.();
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]: () => events,
    };
    return events;
  };

  async function newestPosition(): Promise<bigint> {
    const [row] = await db.select({ newest: max(outbox.position) }).from(outbox);
    return BigInt(row?.newest ?? 0);
  }
}

/** The numbers, of these, of the cases that the caller has to do with. */
async function numbersConcerning(
  db: Db,
  caller: CasePrincipal,
  numbers: string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({
      number: cases.number,
      filedBy: cases.filedBy,
      applicantUser: cases.applicantUser,
      applicantUscc: cases.applicantUscc,
      serviceItemCode: cases.serviceItemCode,
      submittedAt: cases.submittedAt,
      departmentCode: cases.departmentCode,
      regionCode: cases.regionCode,
    })
    .from(cases)
    .where(inArray(cases.number, numbers));
  return new Set((await concerning(db, caller, rows, now)).map(({ number }) => number));
}
