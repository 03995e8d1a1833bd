import type { Sql } from 'postgres';

/**
 * Runs a bulk load without the tables' secondary indexes, and builds them afterwards, which is several times faster than updating
 * a GIN or GiST index row by row. Primary keys and unique constraints stay. Call it inside a transaction, so that a load that
 * fails leaves the indexes unchanged.
 */
export async function withoutIndexes(
  sql: Sql,
  tables: readonly string[],
  load: () => Promise<void>,
): Promise<void> {
  const indexes = await sql<{ name: string; definition: string }[]>`
    select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i
    join pg_class c on c.oid = i.indexrelid
    join pg_class t on t.oid = i.indrelid
    where t.relname = any(${tables as string[]}) and t.relnamespace = current_schema()::regnamespace
      and not exists (select from pg_constraint where conindid = i.indexrelid)
    order by c.relname`;
  for (const { name } of indexes) await sql`drop index ${sql(name)}`;
  await load();
  await sql`set local maintenance_work_mem = '256MB'`;
  for (const { definition } of indexes) await sql.unsafe(definition);
}
