import { sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { nameHolds } from './name-contains.ts';

const SAMPLE_SIZE = 2000;
const COMMON_SHARE = 0.2;

/**
 * Whether so many names contain the term (公司, 有限) that a scan of the names is faster than the index. It samples the names, so
 * the result may be wrong; it decides only how to search, never what is found.
 *
 * @param column of names as `searchForm` writes them
 */
export async function isCommonName(db: PostgresJsDatabase, column: PgColumn, term: string): Promise<boolean> {
  const some = db
    .select({ isHit: nameHolds(column, term).as('is_hit') })
    .from(column.table)
    .limit(SAMPLE_SIZE)
    .as('some');
  const [row] = await db
    .select({ isCommon: sql<boolean>`coalesce(avg(${some.isHit}::int) >= ${COMMON_SHARE}, false)` })
    .from(some);
  return row!.isCommon;
}
