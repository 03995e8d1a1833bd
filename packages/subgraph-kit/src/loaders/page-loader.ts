import DataLoader from 'dataloader';
import type { Page, PageArguments } from '../pages/page.ts';
import { toPage } from '../pages/page.ts';

export interface PageKey extends PageArguments {
  parent: string;
}

/**
 * A per-request loader for a connection beneath a parent: `Enterprise.permits(first:, after:)`.
 *
 * All parents that ask with the same arguments are answered by one query; in an ordinary operation
 * that is one query in all.
 *
 * A failed query rejects the parents that asked for it, and no others.
 *
 * @param parentOf reads the parent's key out of a row
 * @param fetchRows gets distinct parents and returns, for each, at most `limit` rows behind `after`,
 *   each parent's rows in the connection's order
 */
export function createPageLoader<Row>(
  parentOf: (row: Row) => string,
  fetchRows: (parents: string[], limit: number, after: string | null) => Promise<Row[]>,
): DataLoader<PageKey, Page<Row>, string> {
  /** One row more than asked for tells whether there is a next page. */
  async function fetchGroup(group: readonly PageKey[]): Promise<Map<string, Row[]>> {
    const { first, after } = group[0]!;
    const parents = group.map(({ parent }) => parent);
    return Map.groupBy(await fetchRows(parents, first + 1, after ?? null), parentOf);
  }

  return new DataLoader(
    async (keys) => {
      const groups = Map.groupBy(keys, argumentsOf);
      const fetched = new Map<string, Map<string, Row[]> | Error>();
      await Promise.all(
        [...groups].map(async ([args, group]) => {
          // A malformed cursor under one alias leaves the pages under the others.
          fetched.set(args, await fetchGroup(group).catch((error: Error) => error));
        }),
      );
      return keys.map((key) => {
        const byParent = fetched.get(argumentsOf(key))!;
        return byParent instanceof Map ? toPage(byParent.get(key.parent) ?? [], key.first) : byParent;
      });
    },
    { cacheKeyFn: (key) => `${argumentsOf(key)} ${key.parent}` },
  );
}

/** One text for equal arguments, whatever the parent; never the beginning of another. */
function argumentsOf({ first, after }: PageKey): string {
  return after == null ? `${first} -` : `${first} ${after.length} ${after}`;
}
