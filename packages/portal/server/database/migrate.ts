import { join } from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import type { Sql } from 'postgres';
import type { Database } from './open-database.ts';

const MIGRATIONS = join(import.meta.dirname, '../migrations');
/** Any fixed number. It names the lock with which one process at a time migrates. */
const MIGRATION_LOCK = 7_391_026;

/** Migrates the database to the newest migration, as its owner. The connection is the only one of its pool. */
export async function migrateDatabase({ sql, db }: Database): Promise<void> {
  await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
  await migrate(db, { migrationsFolder: MIGRATIONS });
  await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`;
}

/** Grants the role of the serving process the rows of sessions, and nothing else. Run it again after every migration. */
export async function grantService(sql: Sql, role: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`revoke create on schema public from public`;
    await tx`grant usage on schema public to ${tx(role)}`;
    await tx`grant select, insert, update, delete on sessions to ${tx(role)}`;
    // Where Drizzle records the migrations.
    await tx`grant usage on schema drizzle to ${tx(role)}`;
    await tx`grant select on drizzle.__drizzle_migrations to ${tx(role)}`;
  });
}

/** @throws Error when migrations are missing */
export async function requireMigrations(sql: Sql): Promise<void> {
  const newest = Math.max(
    ...readMigrationFiles({ migrationsFolder: MIGRATIONS }).map(({ folderMillis }) => folderMillis),
  );
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`;
  const [row] = table!['exists']
    ? await sql`select max(created_at)::float8 as newest from drizzle.__drizzle_migrations`
    : [];
  if (Number(row?.['newest'] ?? 0) >= newest) return;
  throw new Error(
    'The database lacks migrations. Run packages/portal/server/prepare.ts first, as its owner.',
  );
}
