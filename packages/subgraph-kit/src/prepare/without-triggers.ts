import type { Sql } from 'postgres';

/**
 * Runs a bulk load into tables that were empty without the triggers that follow each change: nobody can have kept anything of them that
 * would have to be announced, what is kept of single rows is filled faster by all of them at once (`DepartmentSeed.complete`), and
 * transition tables would hold all rows once more. Call it inside a transaction.
 */
export async function withoutTriggers(
  sql: Sql,
  tables: readonly string[],
  load: () => Promise<void>,
): Promise<void> {
  const triggers = await sql<{ table: string; name: string }[]>`
    select c.relname as table, t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and pg_get_triggerdef(t.oid) like '% AFTER %' and c.relname = any(${tables as string[]})
      and c.relnamespace = current_schema()::regnamespace`;
  for (const { table, name } of triggers) await sql`alter table ${sql(table)} disable trigger ${sql(name)}`;
  await load();
  for (const { table, name } of triggers) await sql`alter table ${sql(table)} enable trigger ${sql(name)}`;
}
