import type { Sql } from 'postgres';
import { type TableRights, withKitRights } from './table-rights.ts';

interface Relation {
  name: string;
  /** Of pg_class: table, partitioned table, view, materialized view, sequence. */
  kind: 'r' | 'p' | 'v' | 'm' | 'S';
  isPartition: boolean;
}

/**
 * Grants the role of the serving process what the department has declared, and nothing else: it owns no table, because an owner
 * may drop it. Views are read, sequences are used. Rights on a partitioned table cover its partitions. Run it again after every migration.
 *
 * @param role an existing role
 * @param rights by table
 * @returns tables for which nothing is declared, which the role can neither read nor write
 * @throws Error when a table that the department names is missing
 */
export async function grantService(sql: Sql, role: string, rights: TableRights): Promise<string[]> {
  const all = withKitRights(rights);
  return sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtext('yiwang grants'))`;
    const relations = await tx<Relation[]>`
      select relname as name, relkind as kind, relispartition as "isPartition"
      from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')
        -- The sequence of an identity column is used by whoever may add a row.
        and not (relkind = 'S' and exists (
          select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'i'))
      order by relname`;
    const missing = Object.keys(rights).filter((table) => !relations.some(({ name }) => name === table));
    if (missing.length > 0)
      throw new Error(`The rights name ${missing.join(', ')}, but the database has no such table.`);
    await tx`revoke create on schema public from public`;
    await tx`grant usage on schema public to ${tx(role)}`;
    // Of a table, this also takes back the rights on single columns.
    await tx`revoke all on all tables in schema public from ${tx(role)}, public`;
    await tx`revoke all on all sequences in schema public from ${tx(role)}, public`;
    const undeclared: string[] = [];
    for (const { name, kind, isPartition } of relations) {
      if (isPartition) continue;
      const granted = kind === 'S' ? 'usage, select' : kind === 'v' || kind === 'm' ? 'select' : all[name];
      if (granted === undefined) undeclared.push(name);
      else
        await tx`grant ${tx.unsafe(granted)} on ${tx.unsafe(kind === 'S' ? 'sequence' : 'table')} public.${tx(name)} to ${tx(role)}`;
    }
    // Where Drizzle records the migrations.
    await tx`grant usage on schema drizzle to ${tx(role)}`;
    await tx`grant select on drizzle.__drizzle_migrations to ${tx(role)}`;
    return undeclared;
  });
}
