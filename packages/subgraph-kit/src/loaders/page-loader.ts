import type { Page, PageArguments } from '../pages/page.ts';
import { toPage } from '../pages/page.ts';
import { type AskTogether, createAskTogether } from './ask-together.ts';
import { KeyLoader, type Loader } from './loader.ts';
import { type PerRequest, perRequest } from './per-request.ts';

export interface PageKey extends PageArguments {
  parent: string;
}

type FetchRows<Row> = (parents: string[], limit: number, after: string | null) => PromiseLike<Row[]>;

/**
 * Defines a loader for a connection beneath a parent: `Enterprise.permits(first:, after:)`.
 *
 * All parents that are asked for with the same arguments are answered by one query, those of one request and of
 * requests that come at the same moment (see ask-together.ts); in an ordinary operation that is one query in all.
 *
 * @param parentOf reads the parent's key out of a row
 * @param fetchRows gets 1–1000 distinct parents and returns, for each, at most `limit` rows behind `after`,
 *   each parent's rows in the connection's order
 * @returns makes one request's loader. A failed query rejects the parents that were asked for with its arguments, and
 *   no others. The rows are not to be changed.
 */
export function createPageLoader<Row>(
  parentOf: (row: Row) => string,
  fetchRows: FetchRows<Row>,
): PerRequest<Loader<Page<Row>, PageKey>> {
  const ask = createAskTogether<Map<string, Row[]>>();
  return perRequest(() => new PageLoader(ask, parentOf, fetchRows));
}

class PageLoader<Row> implements Loader<Page<Row>, PageKey> {
  readonly #ask: AskTogether<Map<string, Row[]>>;
  readonly #parentOf: (row: Row) => string;
  readonly #fetchRows: FetchRows<Row>;
  readonly #loaders = new Map<string, Loader<Page<Row>>>();

  constructor(
    ask: AskTogether<Map<string, Row[]>>,
    parentOf: (row: Row) => string,
    fetchRows: FetchRows<Row>,
  ) {
    this.#ask = ask;
    this.#parentOf = parentOf;
    this.#fetchRows = fetchRows;
  }

  load({ parent, first, after = null }: PageKey): Promise<Page<Row>> {
    const name = after === null ? String(first) : `${first} ${after}`;
    let loader = this.#loaders.get(name);
    if (!loader) this.#loaders.set(name, (loader = this.#loaderOf(name, first, after)));
    return loader.load(parent);
  }

  #loaderOf(name: string, first: number, after: string | null): Loader<Page<Row>> {
    // One row more than asked for tells whether there is a next page.
    const read = async (parents: string[]) =>
      Map.groupBy(await this.#fetchRows(parents, first + 1, after), this.#parentOf);
    return new KeyLoader(this.#ask, name, read, (rows, parent) => toPage(rows.get(parent) ?? [], first));
  }
}
