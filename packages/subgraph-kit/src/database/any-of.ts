import { type Column, type SQL, sql } from 'drizzle-orm';

/**
 * `column = any($1)`: one parameter for the whole batch, so that the statement stays the same, and
 * prepared, for every batch size.
 *
 * @param column of any type; the keys are its values as text
 * @param keys an array, or sql.placeholder(name) in a prepared statement
 */
export function anyOf(column: Column, keys: readonly string[] | ReturnType<typeof sql.placeholder>): SQL {
  const list = Array.isArray(keys) ? sql.param(keys) : keys;
  return sql`${column} = any(${list}::${sql.raw(column.getSQLType())}[])`;
}
