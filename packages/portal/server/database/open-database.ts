import { readFileSync } from 'node:fs';
import { SettingsError } from '@yiwang/service/settings';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { PortalConfig } from '../config.ts';

const CONNECT_SECONDS = 5;

export interface Database extends AsyncDisposable {
  db: PostgresJsDatabase;
  sql: postgres.Sql;
}

type DatabaseSettings = Pick<PortalConfig, 'DATABASE_URL' | 'DATABASE_PASSWORD_FILE'> &
  Partial<
    Pick<
      PortalConfig,
      'DATABASE_CONNECTIONS' | 'STATEMENT_TIMEOUT_MS' | 'LOCK_TIMEOUT_MS' | 'IDLE_IN_TRANSACTION_TIMEOUT_MS'
    >
  >;

/**
 * Opens a pool; connects on first use. Disposing of it waits for statements in flight.
 *
 * @throws SettingsError when the file of the password cannot be read
 */
export function openDatabase({
  DATABASE_URL,
  DATABASE_PASSWORD_FILE,
  DATABASE_CONNECTIONS = 1,
  STATEMENT_TIMEOUT_MS = 0,
  LOCK_TIMEOUT_MS = 0,
  IDLE_IN_TRANSACTION_TIMEOUT_MS = 0,
}: DatabaseSettings): Database {
  const password = DATABASE_PASSWORD_FILE && readSecret('DATABASE_PASSWORD_FILE', DATABASE_PASSWORD_FILE);
  const sql = postgres(DATABASE_URL, {
    max: DATABASE_CONNECTIONS,
    connect_timeout: CONNECT_SECONDS,
    onnotice: () => {},
    ...(password && { password }),
    connection: {
      application_name: 'yiwang',
      statement_timeout: STATEMENT_TIMEOUT_MS,
      lock_timeout: LOCK_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
      jit: false,
    },
  });
  return { sql, db: drizzle(sql), [Symbol.asyncDispose]: () => sql.end({ timeout: 5 }) };
}

/**
 * The text of a file that a setting names, without blanks around it.
 *
 * @throws SettingsError when it cannot be read or is empty
 */
export function readSecret(setting: string, file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new SettingsError(`${setting} cannot be read: ${(cause as Error).message}.`, { cause });
  }
  if (text) return text;
  throw new SettingsError(`${setting} names ${file}, which is empty.`);
}
