import type { MigrationMeta } from 'drizzle-orm/migrator';
import pRetry from 'p-retry';
import type { Sql, TransactionSql } from 'postgres';

/** How long a migration waits for the locks of others. */
export interface LockPatience {
  /** Milliseconds that one attempt waits for a lock; whatever wants the table meanwhile waits behind it. */
  lockTimeoutMs: number;
  /** Milliseconds in which it tries again. */
  patienceMs: number;
}

const PATIENCE: LockPatience = { lockTimeoutMs: 2000, patienceMs: 300_000 };

/** PostgreSQL's codes for: the lock could not be had in time; a deadlock. */
const LOCKED = new Set(['55P03', '40P01']);
/** Milliseconds between attempts, in which those who waited behind the last one get their turn. */
const FIRST_REST_MS = 100;
const MAX_REST_MS = 5000;

const CONCURRENTLY = /\b(?:index|reindex\b.*)\s+concurrently\b/i;
/** What may run once more when a process was killed after it: everything else of this kind has no transaction that undoes half of it. */
const REPEATABLE =
  /^\s*(create\s+(unique\s+)?index\s+concurrently\s+if\s+not\s+exists|drop\s+index\s+concurrently\s+if\s+exists)\s+(?:"public"\.)?"?(?<index>[^\s";]+)"?[^;]*;?\s*$/i;

/**
 * Runs one migration, and records that it has run. It gives up a lock that it does not get at once, and tries again: while it waits, every
 * statement that wants the table waits too.
 *
 * A migration with `concurrently` runs outside of a transaction, which PostgreSQL demands, and waits for locks without a limit: nobody waits
 * behind it.
 *
 * @throws Error when the locks could not be had in time
 */
export async function runMigration(
  sql: Sql,
  migration: MigrationMeta,
  patience: LockPatience = PATIENCE,
): Promise<void> {
  if (migration.sql.some((statement) => CONCURRENTLY.test(withoutComments(statement)))) {
    return runConcurrently(sql, migration);
  }
  await changeTables(sql, patience, 'A migration', async (tx) => {
    for (const statement of migration.sql) await tx.unsafe(statement);
    await record(tx, migration);
  });
}

/**
 * Changes tables that others read and write, in one transaction. It gives up a lock that it does not get at once, and tries again, as a migration does.
 *
 * @param what is being done, for the message, such as `A migration`
 * @throws Error when the locks could not be had in time; nothing was changed then
 */
export async function changeTables<Result>(
  sql: Sql,
  patience: LockPatience,
  what: string,
  change: (tx: TransactionSql) => Promise<Result>,
): Promise<Result> {
  return whileLocked(patience, what, () =>
    sql.begin(async (tx) => {
      await tx`select set_config('lock_timeout', ${`${patience.lockTimeoutMs}ms`}, true)`;
      return change(tx);
    }),
  ) as Promise<Result>;
}

async function runConcurrently(sql: Sql, migration: MigrationMeta): Promise<void> {
  const indexes = migration.sql.map(repeatableIndex);
  for (const [position, statement] of migration.sql.entries()) {
    await dropInvalid(sql, indexes[position]!);
    await sql.unsafe(statement);
  }
  await record(sql, migration);
}

/**
 * The index that a statement makes or drops.
 *
 * @throws Error when the statement may not run once more
 */
function repeatableIndex(statement: string): string {
  const index = REPEATABLE.exec(withoutComments(statement))?.groups?.['index'];
  if (index !== undefined) return index;
  throw new Error(
    `A migration with "concurrently" may hold nothing but "create index concurrently if not exists" and "drop index concurrently if exists", because it runs without a transaction. It holds: ${statement.trim()}`,
  );
}

/** An attempt that was killed leaves an index that is maintained and not used, and that "if not exists" would take for the new one. */
async function dropInvalid(sql: Sql, index: string): Promise<void> {
  const [invalid] = await sql`
    select from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relname = ${index} and c.relnamespace = 'public'::regnamespace and not i.indisvalid`;
  if (invalid) await sql`drop index concurrently public.${sql(index)}`;
}

async function record(sql: Sql | TransactionSql, { hash, folderMillis }: MigrationMeta): Promise<void> {
  await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`;
}

async function whileLocked<Result>(
  { patienceMs }: LockPatience,
  what: string,
  attempt: () => Promise<Result>,
): Promise<Result> {
  const end = Date.now() + patienceMs;
  return pRetry(attempt, {
    retries: Infinity,
    minTimeout: FIRST_REST_MS,
    maxTimeout: MAX_REST_MS,
    randomize: true,
    shouldRetry: ({ error }) => isLocked(error) && Date.now() < end,
  }).catch((error: unknown) => {
    if (!isLocked(error)) throw error;
    throw new Error(
      `${what} could not lock its tables within ${patienceMs / 1000} s: a long statement or transaction holds them. End it (pg_stat_activity, pg_terminate_backend), and start again; nothing was changed.`,
      { cause: error },
    );
  });
}

function isLocked(error: unknown): boolean {
  return LOCKED.has((error as { code?: string } | null)?.code ?? '');
}

function withoutComments(statement: string): string {
  return statement.replace(/^\s*--.*$/gm, '');
}
