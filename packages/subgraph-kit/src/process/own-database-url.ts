import { readFileSync } from 'node:fs';
import { readSettings, settings } from '@yiwang/service/settings';
import { z } from 'zod';

const commandSettings = z.object({
  DATABASE_URL: settings.databaseUrl(),
  DATABASE_PASSWORD_FILE: settings.databasePasswordFile(),
});

/**
 * The URL of the database of a department's command, with its password.
 *
 * @throws SettingsError when DATABASE_URL is missing or not a postgres:// URL
 * @throws Error when the file with the password cannot be read
 */
export function ownDatabaseUrl(): string {
  return withPassword(readSettings(commandSettings, process.env));
}

/**
 * The URL of a database, with the password from DATABASE_PASSWORD_FILE when that is set.
 *
 * @throws Error when the file is empty or cannot be read
 */
export function withPassword({
  DATABASE_URL,
  DATABASE_PASSWORD_FILE,
}: Pick<z.infer<typeof commandSettings>, 'DATABASE_URL' | 'DATABASE_PASSWORD_FILE'>): string {
  if (!DATABASE_PASSWORD_FILE) return DATABASE_URL;
  const url = new URL(DATABASE_URL);
  url.password = encodeURIComponent(readPassword(DATABASE_PASSWORD_FILE));
  return url.href;
}

function readPassword(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new Error(`DATABASE_PASSWORD_FILE cannot be read: ${(error as Error).message}.`, { cause: error });
  }
  if (text) return text;
  throw new Error(`DATABASE_PASSWORD_FILE names ${file}, which is empty.`);
}
