import { type Column, type Placeholder, type SQL, sql } from 'drizzle-orm';

/**
 * Rows that lie in one of the regions or beneath: what `context.caller.regionsOf` allows. A row whose region is not known lies
 * in none.
 *
 * @param column code of the row's region
 * @param regions a placeholder; null does not narrow, and PostgreSQL knows before it plans
 */
export function withinRegions(column: Column, regions: Placeholder): SQL {
  return sql`(${regions}::text[] is null or ${column} ^@ any(${regions}::text[]))`;
}
