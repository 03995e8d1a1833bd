import type { Sql } from 'postgres';

/**
 * Runs a bulk load without the tables' foreign keys, and adds them again afterwards, when PostgreSQL checks all rows with one
 * join: checking row by row takes as long as the load itself. Call it inside a transaction, so that rows that break a key undo
 * the load.
 */
export async function withoutForeignKeys(
  sql: Sql,
  tables: readonly string[],
  load: () => Promise<void>,
): Promise<void> {
  const keys = await sql<{ table: string; name: string; definition: string }[]>`
    select t.relname as table, c.conname as name, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c
    join pg_class t on t.oid = c.conrelid
    where c.contype = 'f' and t.relname = any(${tables as string[]})
      and t.relnamespace = current_schema()::regnamespace
    order by t.relname, c.conname`;
  for (const { table, name } of keys) await sql`alter table ${sql(table)} drop constraint ${sql(name)}`;
  await load();
  for (const { table, name, definition } of keys) {
    await sql`alter table ${sql(table)} add constraint ${sql(name)} ${sql.unsafe(definition)}`;
  }
}
