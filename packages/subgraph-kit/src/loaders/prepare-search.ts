import type { Placeholder, SQL } from 'drizzle-orm';
import { RequestBatcher } from './batch-across-requests.ts';
import type { Keyset } from '../pages/keyset.ts';
import { type AskedPage, type CursorParts, preparePages } from '../pages/prepare-pages.ts';

/** A select that is not sent yet. Awaiting it sends it. */
interface Select<Row> extends PromiseLike<Row[]> {
  prepare(name: string): { execute(values: Record<string, unknown>): Promise<Row[]> };
}

/** One page of a search. */
export interface FoundPage {
  limit: number | Placeholder;
  /** Null for the first page. */
  after: CursorParts | null;
}

/**
 * The statements of a list with a filter. Without conditions they are prepared; with them they are
 * planned with their values, because the planner needs them to estimate how many rows match.
 *
 * Requests for the same page without conditions at the same moment share a statement (see batch-across-requests.ts),
 * whatever the size of the page: a smaller one is the beginning of a larger one.
 *
 * @param keyset makes the list's cursors
 * @param select the page of the rows that match; undefined conditions match all
 * @returns finds a page, whose rows nobody may change; throws MALFORMED_CURSOR
 */
export function prepareSearch<Row>(
  keyset: Keyset,
  select: (matching: SQL | undefined, page: FoundPage) => Select<Row>,
) {
  const allOf = preparePages<Row>(keyset, ({ limit, after }: AskedPage) =>
    select(undefined, { limit, after }),
  );
  const batcher = new RequestBatcher<Row[]>();

  async function findAll(limit: number, after: string | null): Promise<Row[]> {
    const page = after === null ? 'first' : `after ${after}`;
    const rows = await batcher.read(page, [String(limit)], (limits) =>
      allOf([], Math.max(...limits.map(Number)), after),
    );
    return rows.slice(0, limit);
  }

  return async (
    matching: SQL | undefined,
    limit: number,
    after: string | null | undefined,
  ): Promise<Row[]> => {
    if (matching === undefined) return findAll(limit, after ?? null);
    return select(matching, { limit, after: after == null ? null : keyset.decode(after) });
  };
}
