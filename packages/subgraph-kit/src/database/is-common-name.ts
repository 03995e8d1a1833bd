import { sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { nameHolds } from './name-contains.ts';

const NAMES_LOOKED_AT = 2000;
const COMMON_SHARE = 0.2;

/**
 * Whether so many names hold the term (公司, 有限) that reading names one by one counts thousands of them sooner than
 * the index does, or than working out the grams of each. Looks at some of the names, so the answer may be
 * wrong; what is decided by it is how to search, never what is found.
 *
 * @param column of names as `searchForm` writes them
 */
export async function isCommonName(db: PostgresJsDatabase, column: PgColumn, term: string): Promise<boolean> {
  const some = db
    .select({ isHit: nameHolds(column, term).as('is_hit') })
    .from(column.table)
    .limit(NAMES_LOOKED_AT)
    .as('some');
  const [row] = await db
    .select({ isCommon: sql<boolean>`coalesce(avg(${some.isHit}::int) >= ${COMMON_SHARE}, false)` })
    .from(some);
  return row!.isCommon;
}
