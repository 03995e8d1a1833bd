import { type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';

/** Counting more rows of a search costs more than a page of it. */
export const MAX_COUNTED = 10_000;

/**
 * Counts the rows of a table that meet a condition, and gives up above a limit.
 *
 * @param condition undefined for all rows
 * @returns null when there are more than `max`
 */
export async function countUpTo(
  db: PostgresJsDatabase,
  table: PgTable,
  condition: SQL | undefined,
  max = MAX_COUNTED,
): Promise<number | null> {
  const some = db
    .select({ one: sql`1`.as('one') })
    .from(table)
    .where(condition)
    .limit(max + 1)
    .as('some');
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(some);
  return row!.count > max ? null : row!.count;
}
