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
  const nameOf = ({ parent, first, after }: PageKey) => JSON.stringify([parent, first, after ?? null]);

  /** One row more than asked for tells whether there is a next page. */
  async function fetchGroup(group: readonly PageKey[]): Promise<Row[]> {
    const { first, after } = group[0]!;
    const parents = group.map(({ parent }) => parent);
    return fetchRows(parents, first + 1, after ?? null);
  }

  return new DataLoader(
    async (keys) => {
      const pages = new Map<string, Page<Row> | Error>();
      const groups = Map.groupBy(keys, ({ first, after }) => JSON.stringify([first, after ?? null]));
      await Promise.all(
        [...groups.values()].map(async (group) => {
          try {
            const byParent = Map.groupBy(await fetchGroup(group), parentOf);
            const { first } = group[0]!;
            for (const key of group) pages.set(nameOf(key), toPage(byParent.get(key.parent) ?? [], first));
          } catch (error) {
            // A malformed cursor under one alias leaves the pages under the others.
            for (const key of group) pages.set(nameOf(key), error as Error);
          }
        }),
      );
      return keys.map((key) => pages.get(nameOf(key))!);
    },
    { cacheKeyFn: nameOf },
  );
}
