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

type Own = Parameters<typeof withPassword>[0];

/** The URL of the replica; without a login of its own it has that of the database, as a replica has its roles. */
export function replicaUrlOf({
  DATABASE_REPLICA_URL,
  ...own
}: Own & { DATABASE_REPLICA_URL: string }): string {
  return withLoginOf(own, DATABASE_REPLICA_URL);
}

/** The URL of the server itself, for what needs a session of its own; undefined where no pooler is in between. */
export function directUrlOf({
  DATABASE_DIRECT_URL,
  ...own
}: Own & { DATABASE_DIRECT_URL: string }): string | undefined {
  return DATABASE_DIRECT_URL === '' ? undefined : withLoginOf(own, DATABASE_DIRECT_URL);
}

function withLoginOf(own: Own, text: string): string {
  const { username, password } = firstDatabaseUrl(withPassword(own));
  return changeDatabaseUrl(text, (url) => {
    url.username ||= username;
    url.password ||= password;
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
