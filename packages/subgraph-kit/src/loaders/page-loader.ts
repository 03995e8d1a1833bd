import type DataLoader from 'dataloader';
import type { Page, PageArguments } from '../pages/page.ts';
import { toPage } from '../pages/page.ts';
import { RequestBatcher } from './batch-across-requests.ts';
import { type PerRequest, perRequest } from './per-request.ts';
import { asError, RequestLoader } from './request-loader.ts';

export interface PageKey extends PageArguments {
  parent: string;
}

type FetchRows<Row> = (parents: string[], limit: number, after: string | null) => PromiseLike<Row[]>;

/**
 * Defines a DataLoader for a connection beneath a parent: `Enterprise.permits(first:, after:)`.
 *
 * One query loads all parents with the same arguments, those of one request and of requests that come at the same moment
 * (see batch-across-requests.ts); an ordinary operation takes one query in all.
 *
 * @param parentOf reads the parent's key out of a row
 * @param fetchRows gets 1–1000 distinct parents and returns, for each, at most `limit` rows behind `after`,
 *   each parent's rows in the connection's order
 * @returns makes one request's loader. A failed query rejects the parents with its arguments, and no others. Nobody may change the rows.
 */
export function createPageLoader<Row>(
  parentOf: (row: Row) => string,
  fetchRows: FetchRows<Row>,
): PerRequest<DataLoader<PageKey, Page<Row>, string>> {
  const batcher = new RequestBatcher<Map<string, Row[]>>();

  /** The pages of keys with equal arguments. */
  async function loadAlike(shape: string, keys: readonly PageKey[]): Promise<(Page<Row> | Error)[]> {
    const { first, after = null } = keys[0]!;
    // One row more than the page shows whether there is a next page.
    const read = async (parents: string[]) =>
      Map.groupBy(await fetchRows(parents, first + 1, after), parentOf);
    const parents = keys.map(({ parent }) => parent);
    try {
      const rows = await batcher.read(shape, parents, read);
      return parents.map((parent) => toPage(rows.get(parent) ?? [], first));
    } catch (error) {
      return keys.map(() => asError(error));
    }
  }

  async function load(keys: readonly PageKey[]): Promise<(Page<Row> | Error)[]> {
    const keysByShape = Map.groupBy(keys, shapeOf);
    if (keysByShape.size === 1) return loadAlike(shapeOf(keys[0]!), keys);
    const pages = new Map<PageKey, Page<Row> | Error>();
    await Promise.all(
      [...keysByShape].map(async ([shape, alike]) => {
        const loaded = await loadAlike(shape, alike);
        alike.forEach((key, i) => pages.set(key, loaded[i]!));
      }),
    );
    return keys.map((key) => pages.get(key)!);
  }

  return perRequest(() => new RequestLoader(batcher, load, cacheKeyOf));
}

function shapeOf({ first, after = null }: PageKey): string {
  return after === null ? String(first) : `${first} ${after}`;
}

/** The length keeps parents that hold blanks apart. */
function cacheKeyOf(key: PageKey): string {
  return `${key.parent.length} ${key.parent} ${shapeOf(key)}`;
}
