import type postgres from 'postgres';

/**
 * Makes a role the owner of everything in the database of this connection that migrations make: tables, views, sequences,
 * functions and types of the schemas `public`, `drizzle` and `dbos`. What belongs to an extension stays with it; `REASSIGN OWNED` would not do,
 * because PostgreSQL refuses it for the superuser of an embedded server.
 *
 * @param options.isDryRun changes nothing
 * @returns how many objects had another owner
 */
export async function takeObjects(
  sql: postgres.Sql,
  owner: string,
  { isDryRun = false }: { isDryRun?: boolean } = {},
): Promise<number> {
  const statements = await sql<{ statement: string }[]>`
    with ours as (
      select oid, nspname from pg_namespace where nspname in ('public', 'drizzle', 'dbos')
    ), extended as (
      select classid, objid from pg_depend where deptype = 'e'
    ), me as (
      select oid from pg_roles where rolname = ${owner}
    )
    select format('alter schema %I owner to %I', nspname, ${owner}::text) as statement
    from pg_namespace n join ours using (oid, nspname)
    where nspname <> 'public' and n.nspowner <> (select oid from me)
      and not exists (select from extended where classid = 'pg_namespace'::regclass and objid = n.oid)
    union all
    -- Databases from before PostgreSQL 15: everyone could make tables there, and only its owner takes that back.
    select 'alter schema public owner to pg_database_owner'
    from pg_namespace where nspname = 'public'
      and nspowner not in (select oid from me union all select 'pg_database_owner'::regrole::oid)
    union all
    select format('alter %s %I.%I owner to %I',
      case c.relkind when 'S' then 'sequence' when 'v' then 'view' when 'm' then 'materialized view'
        when 'f' then 'foreign table' else 'table' end, ours.nspname, c.relname, ${owner}::text)
    from pg_class c join ours on ours.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and c.relowner <> (select oid from me)
      -- The sequence of a column goes with its table.
      and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = c.oid and deptype in ('a', 'i')
        and c.relkind = 'S')
      and not exists (select from extended where classid = 'pg_class'::regclass and objid = c.oid)
    union all
    select format('alter routine %I.%I(%s) owner to %I', ours.nspname, p.proname,
      pg_get_function_identity_arguments(p.oid), ${owner}::text)
    from pg_proc p join ours on ours.oid = p.pronamespace
    where p.proowner <> (select oid from me)
      and not exists (select from extended where classid = 'pg_proc'::regclass and objid = p.oid)
    union all
    select format('alter type %I.%I owner to %I', ours.nspname, t.typname, ${owner}::text)
    from pg_type t join ours on ours.oid = t.typnamespace
    where t.typtype in ('e', 'd', 'c', 'r') and t.typowner <> (select oid from me)
      -- The type of a table's rows goes with the table.
      and not exists (select from pg_class where oid = t.typrelid and relkind <> 'c')
      and not exists (select from extended where classid = 'pg_type'::regclass and objid = t.oid)`;
  if (!isDryRun && statements.length > 0) {
    await sql.begin(async (transaction) => {
      for (const { statement } of statements) await transaction.unsafe(statement);
    });
  }
  return statements.length;
}
