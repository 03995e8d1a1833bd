import { type Placeholder, sql } from 'drizzle-orm';
import type { Keyset } from './keyset.ts';

/** A select that has not been sent. */
interface Select<Row> {
  prepare(name: string): { execute(values: Record<string, unknown>): Promise<Row[]> };
}

/** The parts of a cursor in the order of the sort: values, or placeholders of a prepared statement. */
export type CursorParts = readonly (string | Placeholder)[];

/** The page that one statement reads: placeholders, so that Drizzle writes the statement once and not for each request. */
export interface AskedPage {
  keys: Placeholder;
  limit: Placeholder;
  /** The parts of the cursor; null in the statement of the first page. */
  after: CursorParts | null;
}

/**
 * Prepares the statements of a connection beneath parents, one of the first page and one of a page
 * behind a cursor, for {@link createPageLoader}.
 *
 * @example
 * const permitsOf = preparePages(permitCursor, ({ keys, limit, after }) => {
 *   const page = db.select().from(permits).where(and(eq(permits.holderUscc, askedKey), after ? behind(after) : undefined))…
 *   return db.select(page._.selectedFields).from(askedKeys(keys)).crossJoinLateral(page);
 * });
 *
 * @param keyset makes the connection's cursors
 * @param select called twice, at once
 * @returns reads the pages of many parents; `more` has the values of placeholders that `select` adds of its
 *   own. Throws MALFORMED_CURSOR.
 */
export function preparePages<Row>(keyset: Keyset, select: (page: AskedPage) => Select<Row>) {
  const page = { keys: sql.placeholder('keys'), limit: sql.placeholder('limit') };
  const parts = keyset.parts.map((_, i) => sql.placeholder(`after${i}`));
  const first = select({ ...page, after: null }).prepare('first_page');
  const next = select({ ...page, after: parts }).prepare('next_page');

  return async (
    keys: readonly string[],
    limit: number,
    after: string | null,
    more?: Record<string, unknown>,
  ): Promise<Row[]> => {
    const values: Record<string, unknown> = { ...more, keys, limit };
    if (after === null) return first.execute(values);
    for (const [i, part] of keyset.decode(after).entries()) values[`after${i}`] = part;
    return next.execute(values);
  };
}
