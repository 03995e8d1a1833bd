import { readdirSync } from 'node:fs';
import { type TableRights, withKitRights } from '@yiwang/subgraph-kit';
import { openTestDatabase } from '@yiwang/subgraph-kit/testing';
import { expect, test } from 'vitest';

const SUBGRAPHS = new URL('../subgraphs/', import.meta.url);
/** Whatever else PostgreSQL lets a role do with a table. MAINTAIN is new in 17. */
const NEVER = ['TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN'];

interface Relation {
  name: string;
  kind: string;
  isPartition: boolean;
  columns: string[];
  /** Rights on the whole table. */
  whole: string[];
  /** Columns of which the role may insert or change values, where it may not do so in all. */
  insertable: string[];
  updatable: string[];
}

/** What the department declares of a table, in the form in which PostgreSQL is asked. */
function declared(rights: TableRights, { name, kind, isPartition }: Relation) {
  // A partition is reached through its table only.
  if (isPartition) return { whole: [], updatable: [] };
  if (kind === 'v' || kind === 'm') return { whole: ['SELECT'], updatable: [] };
  const words = rights[name]!;
  const [, columns] = /update \(([^)]*)\)/.exec(words) ?? [];
  const whole = words.replace(/, update \([^)]*\)/, '').toUpperCase();
  return { whole: whole.split(', '), updatable: columns?.split(', ').sort() ?? [] };
}

test.each(readdirSync(SUBGRAPHS))(
  'the serving role of %s can do with each table what is declared, and nothing else',
  async (folder) => {
    const { MIGRATIONS, RIGHTS } = (await import(new URL(`${folder}/src/department.ts`, SUBGRAPHS).href)) as {
      MIGRATIONS: string;
      RIGHTS: TableRights;
    };
    await using database = await openTestDatabase(MIGRATIONS, RIGHTS);
    const { sql } = database.service;
    const [server] = await sql`select current_setting('server_version_num')::int >= 170000 as "hasMaintain"`;
    const asked = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', ...NEVER].filter(
      (right) => right !== 'MAINTAIN' || server!['hasMaintain'],
    );
    const relations = await sql<Relation[]>`
      select relname as name, relkind as kind, relispartition as "isPartition",
        array(select r from unnest(${asked}::text[]) r where has_table_privilege(c.oid, r)) as whole,
        array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped
          and has_column_privilege(c.oid, attnum, 'INSERT') and not has_table_privilege(c.oid, 'INSERT')) as insertable,
        array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped
          and has_column_privilege(c.oid, attnum, 'UPDATE') and not has_table_privilege(c.oid, 'UPDATE')
          order by attname collate "C") as updatable
      from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') order by relname`;
    expect(relations.length).toBeGreaterThan(5);
    const rights = withKitRights(RIGHTS);
    for (const relation of relations) {
      const { name, whole, updatable, insertable } = relation;
      expect({ name, whole, updatable }, name).toEqual({ name, ...declared(rights, relation) });
      expect(insertable, name).toEqual([]);
    }

    const [role] = await sql`
      select rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls as powerful,
        has_schema_privilege('public', 'create') or has_database_privilege(current_database(), 'create') as makes,
        exists (select from pg_class where relowner = r.oid) or exists (select from pg_proc where proowner = r.oid) as owns,
        exists (select from pg_auth_members where member = r.oid) as "isMember"
      from pg_roles r where rolname = current_user`;
    expect(role).toEqual({ powerful: false, makes: false, owns: false, isMember: false });
  },
);
