import type { Sql } from 'postgres';

/**
 * Advances the sequences of identity columns past the greatest number in them. COPY writes the numbers that it is given without
 * advancing the sequence, so that the next inserted row would take a number that is used.
 */
export async function advanceIdentities(sql: Sql, tables: readonly string[]): Promise<void> {
  const identities = await sql<{ table: string; column: string; sequence: string }[]>`
    select table_name as table, column_name as column,
      pg_get_serial_sequence(quote_ident(table_name), column_name) as sequence
    from information_schema.columns
    where is_identity = 'YES' and table_schema = current_schema() and table_name = any(${tables as string[]})`;
  for (const { table, column, sequence } of identities) {
    await sql`
      select setval(${sequence}, greatest(max(${sql(column)}), (select last_value from ${sql.unsafe(sequence)})))
      from ${sql(table)} having count(*) > 0`;
  }
}
