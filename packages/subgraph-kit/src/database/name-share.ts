import { sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { nameHolds } from './name-contains.ts';

const SAMPLE_SIZE = 2000;

/**
 * About what share of the names contain a term, from 0 to 1. It samples them, so the result may be wrong; it decides only how to search,
 * never what is found.
 *
 * @param column of names as `searchForm` writes them
 */
export async function nameShare(db: PostgresJsDatabase, column: PgColumn, term: string): Promise<number> {
  const some = db
    .select({ isHit: nameHolds(column, term).as('is_hit') })
    .from(column.table)
    .limit(SAMPLE_SIZE)
    .as('some');
  const [row] = await db
    .select({ share: sql<number>`coalesce(avg(${some.isHit}::int), 0)::float8` })
    .from(some);
  return row!.share;
}
