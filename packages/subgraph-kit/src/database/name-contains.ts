import { type Column, type SQL, sql } from 'drizzle-orm';

/**
 * True for names that contain the term, of one character or more. Needs the function name_grams in the
 * department's migrations and, to be fast, a GIN index over it:
 *
 * @example index('items_name_grams').using('gin', sql`name_grams(${table.searchName})`).with({ fastupdate: false })
 *
 * The grams let the index find candidates, and give the planner a good guess of how many there are
 * (it keeps statistics of common array elements); strpos then checks that they are adjacent.
 *
 * @param column holds names as `searchForm` writes them
 * @param term in the same form, not empty
 */
export function nameContains(column: Column, term: string): SQL {
  const characters = [...term];
  const grams =
    characters.length === 1 ? characters : characters.slice(1).map((next, i) => characters[i]! + next);
  return sql`name_grams(${column}) @> ${sql.param(grams)}::text[] and ${nameHolds(column, term)}`;
}

/** As {@link nameContains}, for a term that many names hold (公司, 有限): reads the names instead of their index. See `nameShare`. */
export function nameHolds(column: Column, term: string): SQL {
  return sql`strpos(${column}, ${term}) > 0`;
}
