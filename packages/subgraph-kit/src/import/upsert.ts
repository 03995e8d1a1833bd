import type { Sql } from 'postgres';

/**
 * Inserts rows, replacing those with the same key.
 *
 * @param rows objects of one shape; their property names are the columns
 * @param key columns of a primary key or unique constraint
 */
export async function upsert(
  sql: Sql,
  table: string,
  key: readonly string[],
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  if (rows.length === 0) return;
  const plain = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, value]) => [column, asText(value)])),
  );
  const changed = Object.keys(rows[0]!).filter((column) => !key.includes(column));
  const updates = changed.map((column) => sql`${sql(column)} = excluded.${sql(column)}`);
  const assignments = updates.flatMap((update, i) => (i ? [sql`, `, update] : [update]));
  await sql`
    insert into ${sql(table)} ${sql(plain)}
    on conflict (${sql(key as string[])}) do update set ${assignments}`;
}

/** Drizzle takes the JSON encoder out of the driver that it shares with us. */
function asText(value: unknown): string | null {
  return (typeof value === 'object' && value !== null ? JSON.stringify(value) : value) as string | null;
}
