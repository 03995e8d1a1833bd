import { readSettings, SettingsError, settings } from '@yiwang/service/settings';
import { z } from 'zod';
import { grantService, migrateDatabase } from './database/migrate.ts';
import { openDatabase } from './database/open-database.ts';

// Brings the portal's database up to date as its owner, and lets the role DATABASE_SERVICE_ROLE work with it.

const shape = z.object({
  DATABASE_URL: settings.databaseUrl(),
  DATABASE_PASSWORD_FILE: settings.databasePasswordFile(),
});

try {
  await using database = openDatabase(readSettings(shape, process.env));
  await migrateDatabase(database);
  const role = process.env['DATABASE_SERVICE_ROLE'];
  if (role) await grantService(database.sql, role);
} catch (error) {
  const text = error instanceof SettingsError ? error.message : ((error as Error).stack ?? String(error));
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
} finally {
  // An open IPC channel would keep the process alive.
  if (process.channel) process.disconnect?.();
}
