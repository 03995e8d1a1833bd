import { lte, notExists, sql, eq } from 'drizzle-orm';
import type { Db } from '../registry/database.ts';
import { operationDays, operations } from './tables.ts';
import { today } from './usage-of.ts';

const EVERY_MS = 3_600_000;

/**
 * Makes the function that removes statistics of days that are too old, and operations that nobody has asked for since.
 * Called often, it does so once an hour.
 *
 * @param days for which statistics are kept
 */
export function createCleaner(db: Db, days: number): () => Promise<void> {
  let due = 0;
  return async () => {
    if (Date.now() < due) return;
    due = Date.now() + EVERY_MS;
    await removeOldUsage(db, days);
  };
}

async function removeOldUsage(db: Db, days: number): Promise<void> {
  await db.delete(operationDays).where(lte(operationDays.day, sql`${today} - ${days}::int`));
  const asked = db
    .select({ day: operationDays.day })
    .from(operationDays)
    .where(eq(operationDays.operation, operations.id));
  await db.delete(operations).where(notExists(asked));
}
