import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import type { Sql } from 'postgres';
import { openDatabase } from './open-database.ts';

// Any fixed number. It names the lock with which one process at a time migrates a database.
const MIGRATION_LOCK = 7_391_024;

/**
 * Migrates the database to the newest migration. Several processes may call it at once: one migrates, and the others wait and
 * find nothing to do.
 *
 * @param folder the department's migrations/, as drizzle-kit wrote it
 */
export async function migrateDatabase(url: string, folder: string): Promise<void> {
  // One connection, so that the lock is held by the session that migrates.
  await using database = openDatabase(url, { connections: 1 });
  await database.sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
  await migrate(database.db, { migrationsFolder: folder });
  await database.sql`select pg_advisory_unlock(${MIGRATION_LOCK})`;
}

/**
 * As {@link migrateDatabase}, for a serving process, whose role needs the right to migrate only when migrations are missing.
 *
 * @throws Error when migrations are missing and the role may not run them
 */
export async function requireMigrations(url: string, folder: string): Promise<void> {
  await using database = openDatabase(url, { connections: 1 });
  if (await isMigrated(database.sql, folder)) return;
  const [me] = await database.sql<{ name: string; owns: boolean }[]>`
    select current_user as name, pg_has_role(datdba, 'usage') as owns
    from pg_database where datname = current_database()`;
  if (me!.owns) return migrateDatabase(url, folder);
  throw new Error(
    `The database lacks migrations, and the role "${me!.name}" may not run them. Run prepare.ts first, as the owner of the database.`,
  );
}

async function isMigrated(sql: Sql, folder: string): Promise<boolean> {
  const newest = Math.max(
    ...readMigrationFiles({ migrationsFolder: folder }).map(({ folderMillis }) => folderMillis),
  );
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`;
  if (!table!['exists']) return false;
  const [row] = await sql`select max(created_at)::float8 as newest from drizzle.__drizzle_migrations`;
  return Number(row!['newest'] ?? 0) >= newest;
}
