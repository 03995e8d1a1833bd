import { eq, lte, notExists, sql } from 'drizzle-orm';
import type { Db } from '../registry/database.ts';
import { operationDays, operations } from './tables.ts';
import { today } from './usage-of.ts';

const EVERY_MS = 3_600_000;
/** After a long rest there may be much to remove. */
const STATEMENT_TIMEOUT_MS = 120_000;

/**
 * Makes the function that removes statistics of days that are too old, and operations that nobody has asked for since.
 * Called often, it does so once an hour. It takes a transaction.
 *
 * @param days for which statistics are kept
 */
export function createCleaner(days: number): (tx: Db) => Promise<void> {
  let due = 0;
  return async (tx) => {
    if (Date.now() < due) return;
    due = Date.now() + EVERY_MS;
    await tx.execute(sql.raw(`set local statement_timeout = ${STATEMENT_TIMEOUT_MS}`));
    await tx.delete(operationDays).where(lte(operationDays.day, sql`${today} - ${days}::int`));
    const asked = tx
      .select({ day: operationDays.day })
      .from(operationDays)
      .where(eq(operationDays.operation, operations.id));
    await tx.delete(operations).where(notExists(asked));
  };
}
