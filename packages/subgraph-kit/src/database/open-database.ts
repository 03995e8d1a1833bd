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
  /** PostgreSQL aborts a statement that has waited for a lock for this many milliseconds; 0 never does. */
  lockTimeoutMs?: number;
  /** PostgreSQL ends a session whose transaction has done nothing for this many milliseconds; 0 never does. */
  idleInTransactionTimeoutMs?: number;
  /** The server itself, when the URL leads through a pooler that lends its connections for a transaction each, such as PgBouncer. */
  directUrl?: string | undefined;
  /** A role that acts instead of the one that logs in. */
  role?: string;
  /** Called with every statement that is sent, for tests that count them. */
  onStatement?: (statement: string) => void;
}

/** Seconds that a host which does not answer at all is waited for. */
const CONNECT_S = 5;
/** Seconds without a packet after which the system asks whether the other end is still there; ten seconds later it is not. */
const KEEP_ALIVE_S = 10;
/** What the network takes beyond the time of a statement, in milliseconds. */
const GRACE_MS = 3000;

/**
 * How long a connection may be silent while it owes an answer, for the driver as `postgres-repairs.ts` repairs it: PostgreSQL itself ends
 * a statement before. Nothing where a statement may take any time.
 */
function silenceOf({ statementTimeoutMs = 0 }: DatabaseOptions): object {
  return statementTimeoutMs === 0 ? {} : { silence: (statementTimeoutMs + GRACE_MS) / 1000 };
}

/** Of each session of a database, as PostgreSQL names them. */
function sessionSettings(options: DatabaseOptions) {
  return {
    // Named even where there is none, so that what the server or the role has by default does not end a long import.
    statement_timeout: options.statementTimeoutMs ?? 0,
    lock_timeout: options.lockTimeoutMs ?? 0,
    idle_in_transaction_session_timeout: options.idleInTransactionTimeoutMs ?? 0,
    // Compiling a plan takes longer than it saves on a page of 50 rows.
    jit: false,
  };
}

/**
 * Gives the role of the sessions of a pooler their settings, which they cannot be given when they begin: sessions that begin later have them.
 *
 * @param options as those of the pool, with the URL of the server itself
 */
export async function keepSessionSettings(options: DatabaseOptions & { directUrl: string }): Promise<void> {
  const sql = postgres(options.directUrl, { max: 1, onnotice: () => {}, connect_timeout: CONNECT_S });
  try {
    for (const [name, value] of Object.entries(sessionSettings(options)))
      await sql.unsafe(
        `do $$ begin execute format('alter role current_user in database %I set ${name} = %L', current_database(), '${value}'); end $$`,
      );
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Opens a pool; connects on first use. Disposing it waits for statements in flight. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const { connections = 8, role, directUrl, onStatement } = options;
  const common: postgres.Options<Record<string, never>> = {
    onnotice: () => {},
    connect_timeout: CONNECT_S,
    keep_alive: KEEP_ALIVE_S,
    ...silenceOf(options),
    ...(onStatement && { debug: (_connection: number, statement: string) => onStatement(statement) }),
  };
  const ofSession = { ...sessionSettings(options), ...(role && { role }) };
  const sql = postgres(url, {
    ...common,
    max: connections,
    // A pooler gives each transaction another session: what was prepared or set in one is not there in the next.
    ...(directUrl ? { prepare: false } : { connection: { application_name: 'yiwang', ...ofSession } }),
  });
  const direct = directUrl
    ? postgres(directUrl, { ...common, max: 1, connection: { application_name: 'yiwang', ...ofSession } })
    : null;
  // Whoever listens needs a session.
  if (direct) sql.listen = direct.listen;
  return {
    sql,
    db: createRowDatabase(sql),
    async [Symbol.asyncDispose]() {
      await Promise.all([sql.end({ timeout: 5 }), direct?.end({ timeout: 5 })]);
    },
  };
}
