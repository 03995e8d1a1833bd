import type { Sql } from 'postgres';
import type { StoredRows } from './register.ts';

/**
 * Inserts rows, and replaces rows with the same key. Rows with the same values stay unchanged.
 *
 * @param table whole: of a table in parts PostgreSQL does not return which rows are new
 * @param rows objects of one shape; their property names are the columns
 * @param key columns of a primary key or unique constraint
 */
export async function upsert(
  sql: Sql,
  table: string,
  key: readonly string[],
  rows: readonly Record<string, unknown>[],
): Promise<StoredRows> {
  if (rows.length === 0) return { added: 0, changed: 0 };
  const plain = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, value]) => [column, asText(value)])),
  );
  const changed = Object.keys(rows[0]!).filter((column) => !key.includes(column));
  const updates = changed.map((column) => sql`${sql(column)} = excluded.${sql(column)}`);
  const assignments = updates.flatMap((update, i) => (i ? [sql`, `, update] : [update]));
  const differs = changed.map((column, i) => {
    const difference = sql`${sql(table)}.${sql(column)} is distinct from excluded.${sql(column)}`;
    return i ? sql` or ${difference}` : difference;
  });
  const written = await sql<WrittenRow[]>`
    insert into ${sql(table)} ${sql(plain)}
    on conflict (${sql(key as string[])}) do update set ${assignments} where ${differs}
    returning (xmax = 0) as added`;
  return countWritten(written);
}

/** A row that an upsert wrote, from `returning (xmax = 0) as added`: only an update sets xmax. */
export interface WrittenRow {
  added: boolean;
}

export function countWritten(rows: readonly WrittenRow[]): StoredRows {
  const added = rows.filter((row) => row.added).length;
  return { added, changed: rows.length - added };
}

/** Encodes JSON, because Drizzle removes the JSON encoder of the driver. */
function asText(value: unknown): string | null {
  return (typeof value === 'object' && value !== null ? JSON.stringify(value) : value) as string | null;
}
