import { and, type Column, gte, lt, type Placeholder, type SQL, sql } from 'drizzle-orm';

/**
 * `column = any($1)`: one parameter for the whole batch, so that the statement stays the same, and
 * prepared, for every batch size.
 *
 * @param column of any type; the keys are its values as text
 * @param keys an array, or sql.placeholder(name) in a prepared statement
 */
export function anyOf(column: Column, keys: readonly string[] | Placeholder): SQL {
  const list = Array.isArray(keys) ? sql.param(keys) : keys;
  return sql`${column} = any(${list}::${sql.raw(column.getSQLType())}[])`;
}

/** `column >= from and column < to`, in byte order; the range of `regionRange` is a subtree of regions. */
export function inRange(column: Column, { from, to }: { from: string; to: string }): SQL {
  return and(gte(column, from), lt(column, to))!;
}

/**
 * True for rows in one of the regions or in a region below it: those that `context.caller.regionsOf` or `regionsOfArguments`
 * allows. A row without a region is in none.
 *
 * @param column code of the row's region
 * @param regions codes, or a placeholder. Null in a placeholder allows all rows, and PostgreSQL sees that when it plans
 */
export function withinRegions(column: Column, regions: Placeholder | readonly string[]): SQL {
  if (Array.isArray(regions)) return sql`${column} ^@ any(${sql.param(regions)}::text[])`;
  return sql`(${regions}::text[] is null or ${column} ^@ any(${regions}::text[]))`;
}
