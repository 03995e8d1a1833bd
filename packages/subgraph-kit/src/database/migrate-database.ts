import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { openDatabase } from './open-database.ts';

// Any fixed number; it names the lock under which one process at a time migrates a database.
const MIGRATION_LOCK = 7_391_024;

/**
 * Brings the database to the newest migration. Safe to call from several processes at once: one
 * migrates, the others wait and find nothing to do.
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
