import { defineKeyset } from '@yiwang/subgraph-kit';
import { type Placeholder, type SQL, sql, type SQLWrapper } from 'drizzle-orm';

/** Newest first: milliseconds since 1970, gateway, sequence. */
export const accessCursor = defineKeyset('accesses', ['integer', 'text', 'integer']);

export function cursorOf(row: { at: string; gateway: string; sequence: number }): string {
  return accessCursor.encode([String(new Date(row.at).getTime()), row.gateway, String(row.sequence)]);
}

/** The year 9999: what a cursor names that we have not made must be a time all the same. */
const LATEST_MS = sql.raw('253370764800000');

/** What stands behind a cursor. */
export function behind(
  table: { at: SQLWrapper; gateway: SQLWrapper; sequence: SQLWrapper },
  [at, gateway, sequence]: readonly (string | Placeholder)[],
): SQL {
  return sql`(${table.at}, ${table.gateway}, ${table.sequence}) < (
    'epoch'::timestamptz + least(greatest(${at}::bigint, 0), ${LATEST_MS}) * interval '1 ms', ${gateway}::text, ${sequence}::bigint)`;
}
