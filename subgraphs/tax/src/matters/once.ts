import { type Db, keepRejection, type KeyedCommand, runOnce } from '@yiwang/subgraph-kit';
import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { idempotencyKeys } from './matter-tables.ts';

/** The part of a command that runs once, in its transaction. Returns the id of what it made or changed. */
type Work = (tx: Db, now: Date) => Promise<string>;

/** Runs a command in a transaction, once for its key, and reads its result at the end of the same transaction. What is rejected stays so. */
export function once<Result>(
  db: PostgresJsDatabase,
  command: KeyedCommand,
  work: Work,
  read: (tx: Db, id: string) => Promise<Result>,
): Promise<Result> {
  return keepRejection(db, idempotencyKeys, command, () =>
    db.transaction(async (tx) => {
      const { result } = await runOnce(tx, idempotencyKeys, command, () => work(tx, command.now));
      return read(tx, result);
    }),
  );
}

/** Any two fixed numbers that differ will do: they name the locks among advisory locks. */
export const TAXPAYER_LOCKS = 7_391_071;
export const DEED_LOCKS = 7_391_072;

/** Makes commands on one thing wait for each other until the end of the transaction, also while there is no row of it to lock. */
export async function lockKey(tx: Db, locks: number, key: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${locks}, hashtext(${key}))`);
}
