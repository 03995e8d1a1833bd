import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { IdempotencyTable } from './idempotency-table.ts';
import { type KeyedCommand, keyRowOf, readRejection, rejectionText } from './run-once.ts';
import { UserErrors } from './user-errors.ts';

/** What is wrong with the key itself, and not with the command. */
const ABOUT_KEY: ReadonlySet<string> = new Set(['MALFORMED_IDEMPOTENCY_KEY', 'IDEMPOTENCY_KEY_REUSED']);

/**
 * Runs the transaction of a command of a program, such as a step of a matter, so that what is rejected stays rejected for its key. Otherwise the
 * same call, held up on its way while its caller was told of the rejection and went on, could still be carried out, and nobody would know.
 *
 * @param transaction claims the key by `runOnce` or `keyRowOf`, and carries the command out
 * @throws UserErrors the rejection, now or of the first time
 */
export async function keepRejection<Result>(
  db: PostgresJsDatabase,
  table: IdempotencyTable,
  command: KeyedCommand,
  transaction: () => Promise<Result>,
): Promise<Result> {
  for (let wasCarriedOut = false; ; wasCarriedOut = true) {
    try {
      return await transaction();
    } catch (error) {
      if (!(error instanceof UserErrors) || error.userErrors.some(({ code }) => ABOUT_KEY.has(code))) {
        throw error;
      }
      if (wasCarriedOut || (await store(db, table, command, error))) throw error;
      // The same call was carried out, now or long before: what came of it holds, also when it cannot be shown any more.
    }
  }
}

/** Whether the key holds a rejection now. */
async function store(
  db: PostgresJsDatabase,
  table: IdempotencyTable,
  command: KeyedCommand,
  error: UserErrors,
): Promise<boolean> {
  const row = keyRowOf(command);
  const [stored] = await db
    .insert(table)
    .values({ ...row, result: rejectionText(error) })
    .onConflictDoNothing()
    .returning({ key: table.key });
  if (stored) return true;
  const found = await db
    .select({ result: table.result, holder: table.holder })
    .from(table)
    .where(eq(table.key, row.key));
  const mine = found.find(({ holder }) => holder === row.holder);
  return mine?.result !== undefined && mine.result !== null && readRejection(mine.result) !== null;
}
