import DataLoader from 'dataloader';
import type { Page, PageArguments } from '../pages/page.ts';
import { toPage } from '../pages/page.ts';
import { createAskTogether } from './ask-together.ts';
import { type PerRequest, perRequest } from './per-request.ts';

export interface PageKey extends PageArguments {
  parent: string;
}

/**
 * Defines a loader for a connection beneath a parent: `Enterprise.permits(first:, after:)`.
 *
 * All parents that are asked for with the same arguments are answered by one query, those of one request and of
 * requests that come at the same moment (see ask-together.ts); in an ordinary operation that is one query in all.
 *
 * A failed query rejects the parents that the request asked for with these arguments, and no others.
 *
 * @param parentOf reads the parent's key out of a row
 * @param fetchRows gets distinct parents and returns, for each, at most `limit` rows behind `after`,
 *   each parent's rows in the connection's order
 * @returns makes one request's loader. The rows are not to be changed.
 */
export function createPageLoader<Row>(
  parentOf: (row: Row) => string,
  fetchRows: (parents: string[], limit: number, after: string | null) => PromiseLike<Row[]>,
): PerRequest<DataLoader<PageKey, Page<Row>, string>> {
  const ask = createAskTogether<Map<string, Row[]>>();

  /** One row more than asked for tells whether there is a next page. */
  function loadGroup(args: string, group: readonly PageKey[]): Promise<Map<string, Row[]>> {
    const { first, after } = group[0]!;
    const parents = group.map(({ parent }) => parent);
    return ask(args, parents, async (all) =>
      Map.groupBy(await fetchRows(all, first + 1, after ?? null), parentOf),
    );
  }

  async function loadBatch(keys: readonly PageKey[]): Promise<(Page<Row> | Error)[]> {
    const groups = Map.groupBy(keys, argumentsOf);
    const loaded = new Map<string, Map<string, Row[]> | Error>();
    await Promise.all(
      [...groups].map(async ([args, group]) => {
        // A malformed cursor under one alias leaves the pages under the others.
        loaded.set(args, await loadGroup(args, group).catch((error: Error) => error));
      }),
    );
    return keys.map((key) => {
      const byParent = loaded.get(argumentsOf(key))!;
      return byParent instanceof Map ? toPage(byParent.get(key.parent) ?? [], key.first) : byParent;
    });
  }

  const cacheKeyFn = (key: PageKey) => `${argumentsOf(key)} ${key.parent}`;
  return perRequest(() => new DataLoader(loadBatch, { cacheKeyFn }));
}

/** One text for equal arguments, whatever the parent; never the beginning of another. */
function argumentsOf({ first, after }: PageKey): string {
  return after == null ? `${first} -` : `${first} ${after.length} ${after}`;
}
