import { setTimeout as sleep } from 'node:timers/promises';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Sql } from 'postgres';
import { openDatabase } from './open-database.ts';
import { type LockPatience, runMigration } from './run-migration.ts';

// Any fixed number. It names the lock with which one process at a time migrates a database.
const MIGRATION_LOCK = 7_391_024;
const POLL_MS = 100;

/**
 * Migrates the database to the newest migration, each in a transaction of its own. Several processes may call it at once: one
 * migrates, and the others wait and find nothing to do.
 *
 * @param folder the department's migrations/, as drizzle-kit wrote it
 * @param patience with the locks that others hold on the tables that are altered
 */
export async function migrateDatabase(url: string, folder: string, patience?: LockPatience): Promise<void> {
  // One connection, so that the lock is held by the session that migrates.
  await using database = openDatabase(url, { connections: 1 });
  const { sql } = database;
  await takeTurn(sql);
  await sql`create schema if not exists drizzle`;
  await sql`create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`;
  const newest = await newestMigration(sql);
  for (const migration of readMigrationFiles({ migrationsFolder: folder })) {
    if (migration.folderMillis > newest) await runMigration(sql, migration, patience);
  }
  await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`;
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

/** Polled: whoever waits within a statement has a snapshot, for whose end `create index concurrently` waits in turn. */
async function takeTurn(sql: Sql): Promise<void> {
  for (;;) {
    const [turn] = await sql`select pg_try_advisory_lock(${MIGRATION_LOCK}) as "isOurs"`;
    if (turn!['isOurs']) return;
    await sleep(POLL_MS);
  }
}

async function isMigrated(sql: Sql, folder: string): Promise<boolean> {
  const newest = Math.max(
    ...readMigrationFiles({ migrationsFolder: folder }).map(({ folderMillis }) => folderMillis),
  );
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`;
  return table!['exists'] && (await newestMigration(sql)) >= newest;
}

/** When the newest migration that has run was written, in milliseconds; 0 when none has. */
async function newestMigration(sql: Sql): Promise<number> {
  const [row] = await sql`select max(created_at)::float8 as newest from drizzle.__drizzle_migrations`;
  return Number(row!['newest'] ?? 0);
}
