import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { parseServerUrl } from './connect.ts';

/** The two roles of one department's database, by name. */
export interface DatabaseRoles {
  /** Owns the database and everything in it: migrates, seeds and imports. */
  owner: string;
  /** Reads and writes rows; makes, changes and removes no table. */
  service: string;
}

/** Their passwords. */
export type RolePasswords = Readonly<Record<keyof DatabaseRoles, string>>;

const ITERATIONS = 4096;

export function rolesOf(database: string): DatabaseRoles {
  return { owner: database, service: `${database}_service` };
}

/** Random, 192 bits, safe in a URL. */
export function makePassword(): string {
  return randomBytes(24).toString('base64url');
}

/** Where a URL may name a login besides its beginning, as libpq reads it. */
const LOGIN_PARAMETERS = ['user', 'username', 'password', 'pass', 'passfile'];

/** The URL of a server without the login that it names. */
export function withoutLogin(serverUrl: string): URL {
  const url = parseServerUrl(serverUrl);
  url.username = '';
  url.password = '';
  for (const name of LOGIN_PARAMETERS) url.searchParams.delete(name);
  return url;
}

/** The URL of a database as one of its roles: all else of the server's URL is kept. */
export function roleUrl(serverUrl: string, database: string, role: string, password: string): string {
  const url = withoutLogin(serverUrl);
  url.pathname = `/${encodeURIComponent(database)}`;
  url.username = encodeURIComponent(role);
  url.password = encodeURIComponent(password);
  return url.href;
}

/**
 * What PostgreSQL stores instead of a password. Sent in place of it, so that the password stands in no log of statements,
 * and in no script.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5803
 */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16)): string {
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  const keyOf = (name: string) => createHmac('sha256', salted).update(name).digest();
  const storedKey = createHash('sha256').update(keyOf('Client Key')).digest('base64');
  const serverKey = keyOf('Server Key').toString('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}

/** An identifier in SQL. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A string in SQL. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
