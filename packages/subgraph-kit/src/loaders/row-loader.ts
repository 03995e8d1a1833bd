import DataLoader from 'dataloader';

const MOST_KEYS_A_BATCH = 1000;

/**
 * A per-request loader that turns many `load(key)` calls into one query.
 *
 * @param keyOf reads the key back out of a row
 * @param fetchRows gets 1–1000 distinct keys; may return rows in any order and leave out missing ones
 * @returns `load(key)` resolves to the row, or null when there is none. A failed query rejects every key in its batch.
 */
export function createRowLoader<Row>(
  keyOf: (row: Row) => string,
  fetchRows: (keys: string[]) => Promise<Row[]>,
): DataLoader<string, Row | null> {
  return new DataLoader(
    async (keys) => {
      const rows = await fetchRows([...keys]);
      const byKey = new Map(rows.map((row) => [keyOf(row), row]));
      return keys.map((key) => byKey.get(key) ?? null);
    },
    { maxBatchSize: MOST_KEYS_A_BATCH },
  );
}

/**
 * Like {@link createRowLoader}, for a key that has many rows.
 *
 * @returns `load(key)` resolves to the key's rows in the order that `fetchRows` gave them; empty when there are none.
 */
export function createRowsLoader<Row>(
  keyOf: (row: Row) => string,
  fetchRows: (keys: string[]) => Promise<Row[]>,
): DataLoader<string, Row[]> {
  return new DataLoader(
    async (keys) => {
      const byKey = Map.groupBy(await fetchRows([...keys]), keyOf);
      return keys.map((key) => byKey.get(key) ?? []);
    },
    { maxBatchSize: MOST_KEYS_A_BATCH },
  );
}
