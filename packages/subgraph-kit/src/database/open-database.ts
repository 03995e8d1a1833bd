import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { createRowDatabase } from './row-session.ts';

/** A department's own database: Drizzle for queries, the driver beneath it for COPY and transactions. */
export interface Database extends AsyncDisposable {
  db: PostgresJsDatabase;
  sql: postgres.Sql;
}

export interface DatabaseOptions {
  /** Most connections at once. */
  connections?: number;
  /** PostgreSQL aborts a statement after this many milliseconds; 0 never does. */
  statementTimeoutMs?: number;
  /** Sees every statement that is sent, for tests that count them. */
  onStatement?: (statement: string) => void;
}

/** Opens a pool; connects on first use. Disposing waits for statements under way. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const { connections = 8, statementTimeoutMs = 0, onStatement } = options;
  const sql = postgres(url, {
    max: connections,
    onnotice: () => {},
    connection: {
      application_name: 'yiwang',
      statement_timeout: statementTimeoutMs,
      // A page of 50 rows never pays for compiling its plan.
      jit: false,
    },
    ...(onStatement && { debug: (_connection: number, statement: string) => onStatement(statement) }),
  });
  return {
    sql,
    db: createRowDatabase(sql),
    [Symbol.asyncDispose]: () => sql.end({ timeout: 5 }),
  };
}
