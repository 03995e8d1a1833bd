import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { createRowDatabase } from './row-session.ts';

/** A department's own database: Drizzle for queries, the driver beneath it for COPY and transactions. */
export interface Database extends AsyncDisposable {
  db: PostgresJsDatabase;
  sql: postgres.Sql;
}

export interface DatabaseOptions {
  /** The most connections of the pool. */
  connections?: number;
  /** PostgreSQL aborts a statement after this many milliseconds; 0 never does. */
  statementTimeoutMs?: number;
  /** A role that acts instead of the one that logs in. */
  role?: string;
  /** Called with every statement that is sent, for tests that count them. */
  onStatement?: (statement: string) => void;
}

/** Opens a pool; connects on first use. Disposing it waits for statements in flight. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const { connections = 8, statementTimeoutMs = 0, role, onStatement } = options;
  const sql = postgres(url, {
    max: connections,
    onnotice: () => {},
    connection: {
      application_name: 'yiwang',
      statement_timeout: statementTimeoutMs,
      // Compiling a plan takes longer than it saves on a page of 50 rows.
      jit: false,
      ...(role && { role }),
    },
    ...(onStatement && { debug: (_connection: number, statement: string) => onStatement(statement) }),
  });
  return {
    sql,
    db: createRowDatabase(sql),
    [Symbol.asyncDispose]: () => sql.end({ timeout: 5 }),
  };
}
