import { readSettings, settings } from '@yiwang/config';
import { z } from 'zod';

const commandSettings = z.object({ DATABASE_URL: settings.databaseUrl() });

/**
 * The database that a department's command works on.
 *
 * @throws SettingsError when DATABASE_URL is missing or no postgres:// URL
 */
export function ownDatabaseUrl(): string {
  return readSettings(commandSettings, process.env).DATABASE_URL;
}
