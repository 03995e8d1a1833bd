import { createAskTogether } from './ask-together.ts';
import { KeyLoader, type Loader } from './loader.ts';
import { type PerRequest, perRequest } from './per-request.ts';

/** All keys of a row loader are asked for in the same shape. */
const SHAPE = '';

/**
 * Defines a loader that turns many `load(key)` calls into one query: those of one request, and of requests that come at
 * the same moment (see ask-together.ts).
 *
 * @param keyOf reads the key back out of a row
 * @param fetchRows gets 1–1000 distinct keys; may return rows in any order and leave out missing ones
 * @returns makes one request's loader. `load(key)` resolves to the row, or null when there is none; the row is not to be
 *   changed.
 */
export function createRowLoader<Row>(
  keyOf: (row: Row) => string,
  fetchRows: (keys: string[]) => PromiseLike<Row[]>,
): PerRequest<Loader<Row | null>> {
  const ask = createAskTogether<Map<string, Row>>();
  const read = async (keys: string[]) => {
    const rows = await fetchRows(keys);
    return new Map(rows.map((row) => [keyOf(row), row]));
  };
  const pick = (rows: Map<string, Row>, key: string) => rows.get(key) ?? null;
  return perRequest(() => new KeyLoader(ask, SHAPE, read, pick));
}

/**
 * Like {@link createRowLoader}, for a key that has many rows.
 *
 * @returns makes one request's loader. `load(key)` resolves to the key's rows in the order that `fetchRows` gave them;
 *   empty when there are none.
 */
export function createRowsLoader<Row>(
  keyOf: (row: Row) => string,
  fetchRows: (keys: string[]) => PromiseLike<Row[]>,
): PerRequest<Loader<Row[]>> {
  const ask = createAskTogether<Map<string, Row[]>>();
  const read = async (keys: string[]) => Map.groupBy(await fetchRows(keys), keyOf);
  const pick = (rows: Map<string, Row[]>, key: string) => rows.get(key) ?? [];
  return perRequest(() => new KeyLoader(ask, SHAPE, read, pick));
}
