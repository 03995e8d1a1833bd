import { type SQL, sql } from 'drizzle-orm';

/**
 * The keys of a batch as a table `asked(key)`, to join each key with its own page laterally:
 *
 * @example
 * const page = db.select().from(permits).where(eq(permits.holderUscc, askedKey)).orderBy(…).limit(limit).as('page');
 * await db.select(page._.selectedFields).from(askedKeys(usccs)).crossJoinLateral(page);
 *
 * @param keys an array, or sql.placeholder(name) in a prepared statement
 * @param type the type of the column that the keys are compared with; the keys are its values as text
 */
export function askedKeys(
  keys: readonly string[] | ReturnType<typeof sql.placeholder>,
  type: 'text' | 'integer' | 'bigint' = 'text',
): SQL {
  const list = Array.isArray(keys) ? sql.param(keys) : keys;
  return sql`unnest(${list}::${sql.raw(type)}[]) as asked(key)`;
}

/** The key in the current row of {@link askedKeys}. */
export const askedKey = sql<string>`asked.key`;
