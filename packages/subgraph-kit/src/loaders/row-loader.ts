import type DataLoader from 'dataloader';
import { RequestBatcher } from './batch-across-requests.ts';
import { type PerRequest, perRequest } from './per-request.ts';
import { asError, RequestLoader } from './request-loader.ts';

/** All keys of a row loader are read with statements of the same shape. */
const SHAPE = '';

type FetchRows<Row> = (keys: string[]) => PromiseLike<Row[]>;

/**
 * Defines a DataLoader that turns many `load(key)` calls into one query: those of one request, and of requests that come
 * at the same moment (see batch-across-requests.ts).
 *
 * @param keyOf reads the key back out of a row
 * @param fetchRows gets 1–1000 distinct keys; may return rows in any order and leave out missing ones
 * @returns makes one request's loader. `load(key)` resolves to the row, or null when there is none; nobody may change the
 *   row. A failed query rejects all its keys.
 */
export function createRowLoader<Row>(
  keyOf: (row: Row) => string,
  fetchRows: FetchRows<Row>,
): PerRequest<DataLoader<string, Row | null>> {
  return createKeyLoader(
    fetchRows,
    (rows) => new Map(rows.map((row) => [keyOf(row), row])),
    (rows, key) => rows.get(key) ?? null,
  );
}

/**
 * Defines a loader like {@link createRowLoader}, for a key that has many rows.
 *
 * @returns makes one request's loader. `load(key)` resolves to the key's rows in the order that `fetchRows` gave them;
 *   empty when there are none.
 */
export function createRowsLoader<Row>(
  keyOf: (row: Row) => string,
  fetchRows: FetchRows<Row>,
): PerRequest<DataLoader<string, Row[]>> {
  return createKeyLoader(
    fetchRows,
    (rows) => Map.groupBy(rows, keyOf),
    (rows, key) => rows.get(key) ?? [],
  );
}

function createKeyLoader<Row, Found, Value>(
  fetchRows: FetchRows<Row>,
  index: (rows: Row[]) => Found,
  valueOf: (found: Found, key: string) => Value,
): PerRequest<DataLoader<string, Value>> {
  const batcher = new RequestBatcher<Found>();
  const read = async (keys: string[]) => index(await fetchRows(keys));
  const load = (keys: readonly string[]) =>
    batcher.read(SHAPE, keys, read).then(
      (found) => keys.map((key) => valueOf(found, key)),
      (error: unknown) => keys.map(() => asError(error)),
    );
  return perRequest(() => new RequestLoader(batcher, load, (key: string) => key));
}
