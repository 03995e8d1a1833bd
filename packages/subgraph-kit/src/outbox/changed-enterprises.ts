import { PublicError } from '@yiwang/errors';
import { and, asc, eq, gt } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Db } from '../database/db.ts';
import { checkPageSize } from '../pages/page.ts';
import type { Caller } from '../trust/caller.ts';
import type { OutboxTable } from './outbox-table.ts';

/** Scope of clients of departments that are told which enterprises have changed. */
export const FOLLOW_SCOPE = 'enterprises:follow';

/** The topic of the outbox. */
const ENTERPRISE_CHANGED = 'enterprise_changed';
const POSITION = /^\d{1,18}$/;

/** That something has changed of an enterprise in this department; what, its reader asks for. */
export interface EnterpriseChange {
  /** Position in the outbox: ascending, with gaps. */
  id: string;
  uscc: string;
}

/** Tells that something has changed of an enterprise, in the transaction of the change. */
export async function tellEnterpriseChanged(tx: Db, outbox: OutboxTable, uscc: string): Promise<void> {
  await tx.insert(outbox).values({ topic: ENTERPRISE_CHANGED, key: uscc, payload: { uscc } });
}

/**
 * Makes the reader of which enterprises have changed, in the order of publication. Whoever asks again with the last id as `after` misses
 * nothing. Changes are removed OUTBOX_HOURS after they were published.
 */
export function createChangedEnterprises(db: PostgresJsDatabase, outbox: OutboxTable) {
  /**
   * @param after id of the last change that was read. Null for all that are kept
   * @param first 1 to 100
   * @throws PublicError FORBIDDEN unless a client of a department asks that has the scope, INVALID_ARGUMENT, MALFORMED_CURSOR
   */
  return async function changedEnterprises(
    { department, scopes }: Pick<Caller, 'department' | 'scopes'>,
    after: string | null,
    first: number,
  ): Promise<EnterpriseChange[]> {
    if (department === null || !scopes.includes(FOLLOW_SCOPE)) {
      throw new PublicError(
        'FORBIDDEN',
        `Only clients of departments with the scope ${FOLLOW_SCOPE} are told which enterprises have changed.`,
      );
    }
    checkPageSize(first);
    if (after !== null && !POSITION.test(after)) {
      throw new PublicError('MALFORMED_CURSOR', 'after is the id of a change, or left out.');
    }
    // Behind the last position there is little: the index of positions finds it, whatever its topic.
    const rows = await db
      .select({ position: outbox.position, uscc: outbox.key })
      .from(outbox)
      .where(and(gt(outbox.position, BigInt(after ?? 0)), eq(outbox.topic, ENTERPRISE_CHANGED)))
      .orderBy(asc(outbox.position))
      .limit(first);
    return rows.map(({ position, uscc }) => ({ id: String(position), uscc }));
  };
}
