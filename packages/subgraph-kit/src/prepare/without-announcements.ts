import type { Sql } from 'postgres';

/**
 * Runs a bulk load into tables that were empty without announcing it: nobody can have kept anything of them, and the triggers would hold
 * all rows once more until their statement ends. Call it inside a transaction.
 */
export async function withoutAnnouncements(
  sql: Sql,
  tables: readonly string[],
  load: () => Promise<void>,
): Promise<void> {
  const triggers = await sql<{ table: string; name: string }[]>`
    select c.relname as table, t.tgname as name from pg_trigger t
    join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
    where p.proname = 'announce_changes' and c.relname = any(${tables as string[]})
      and c.relnamespace = current_schema()::regnamespace`;
  for (const { table, name } of triggers) await sql`alter table ${sql(table)} disable trigger ${sql(name)}`;
  await load();
  for (const { table, name } of triggers) await sql`alter table ${sql(table)} enable trigger ${sql(name)}`;
}
