import { readFileSync } from 'node:fs';
import { changeDatabaseUrl, firstDatabaseUrl, readSettings, settings } from '@yiwang/service/settings';
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
  const password = readPassword(DATABASE_PASSWORD_FILE);
  return changeDatabaseUrl(DATABASE_URL, (url) => {
    url.password = encodeURIComponent(password);
  });
}

/** The URL of the replica; without a password of its own it has that of the database, as a replica has its roles. */
export function replicaUrlOf({
  DATABASE_REPLICA_URL,
  ...own
}: Parameters<typeof withPassword>[0] & { DATABASE_REPLICA_URL: string }): string {
  const database = firstDatabaseUrl(withPassword(own));
  return changeDatabaseUrl(DATABASE_REPLICA_URL, (url) => {
    url.username ||= database.username;
    url.password ||= database.password;
  });
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
