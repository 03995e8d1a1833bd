import type { Sql } from 'postgres';

/** Tables of the kit, which the serving process may only read. */
const KIT_TABLES = ['seed_runs'];

/**
 * Grants the role of the serving process the right to read and write rows, and nothing else: it owns no table, because an owner
 * may drop it. Rights on a partitioned table cover its partitions. Run it again after every migration.
 *
 * @param role an existing role
 * @param appendOnly tables to which the role may add rows, without changing or removing any
 * @throws Error when one of these tables is missing
 */
export async function grantService(
  sql: Sql,
  role: string,
  appendOnly: readonly string[] = [],
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtext('yiwang grants'))`;
    const relations = await tx<{ name: string; kind: 'r' | 'p' | 'v' | 'm' | 'S'; isPartition: boolean }[]>`
      select relname as name, relkind as kind, relispartition as "isPartition"
      from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')
        -- The sequence of a column is used by whoever may add a row.
        and not (relkind = 'S' and exists (
          select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'i'))
      order by relname`;
    const missing = appendOnly.filter((table) => !relations.some(({ name }) => name === table));
    if (missing.length > 0)
      throw new Error(`appendOnly names ${missing.join(', ')}, but the database has no such table.`);
    await tx`revoke create on schema public from public`;
    await tx`grant usage on schema public to ${tx(role)}`;
    await tx`revoke all on all tables in schema public from ${tx(role)}, public`;
    await tx`revoke all on all sequences in schema public from ${tx(role)}, public`;
    for (const { name, kind, isPartition } of relations) {
      if (isPartition) continue;
      const rights = rightsOn(name, kind, appendOnly);
      await tx`grant ${tx.unsafe(rights)} on ${tx.unsafe(kind === 'S' ? 'sequence' : 'table')} public.${tx(name)} to ${tx(role)}`;
    }
    // Where Drizzle records the migrations.
    await tx`grant usage on schema drizzle to ${tx(role)}`;
    await tx`grant select on drizzle.__drizzle_migrations to ${tx(role)}`;
  });
}

function rightsOn(name: string, kind: string, appendOnly: readonly string[]): string {
  if (kind === 'S') return 'usage, select';
  if (kind === 'v' || kind === 'm' || KIT_TABLES.includes(name)) return 'select';
  return appendOnly.includes(name) ? 'select, insert' : 'select, insert, update, delete';
}
