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
 * @param parentOf reads the parent's key out of a row
 * @param fetchRows gets distinct parents and returns, for each, at most `limit` rows behind `after`,
 *   each parent's rows in the connection's order
 */
export function createPageLoader<Row>(
  parentOf: (row: Row) => string,
  fetchRows: (parents: string[], limit: number, after: string | null) => Promise<Row[]>,
): DataLoader<PageKey, Page<Row>, string> {
  const nameOf = ({ parent, first, after }: PageKey) => JSON.stringify([parent, first, after ?? null]);
  return new DataLoader(
    async (keys) => {
      const pages = new Map<string, Page<Row>>();
      const groups = Map.groupBy(keys, ({ first, after }) => JSON.stringify([first, after ?? null]));
      await Promise.all(
        [...groups.values()].map(async (group) => {
          const { first, after } = group[0]!;
          // One row more than asked for tells whether there is a next page.
          const rows = await fetchRows(
            group.map((key) => key.parent),
            first + 1,
            after ?? null,
          );
          const byParent = Map.groupBy(rows, parentOf);
          for (const key of group) pages.set(nameOf(key), toPage(byParent.get(key.parent) ?? [], first));
        }),
      );
      return keys.map((key) => pages.get(nameOf(key))!);
    },
    { cacheKeyFn: nameOf },
  );
}
