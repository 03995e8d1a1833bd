import { canonicalJson, type Json } from '@yiwang/access-log';
import { digestOf } from '@yiwang/identity';
import { and, eq, lt } from 'drizzle-orm';
import type { Db } from '../database/db.ts';
import type { Caller } from '../trust/caller.ts';
import type { IdempotencyTable } from './idempotency-table.ts';
import { userError, type UserErrorModel, UserErrors } from './user-errors.ts';

/** The codes with which {@link runOnce} rejects a command; a department's enum of codes lists them. */
export type IdempotencyErrorCode = 'MALFORMED_IDEMPOTENCY_KEY' | 'IDEMPOTENCY_KEY_REUSED';

/** Printable ASCII without blanks, as UUIDs are and as other services take. */
const KEY_PATTERN = /^[\x21-\x7e]{1,100}$/;

const ARGUMENT = ['idempotencyKey'];

/** A command as its caller sent it. */
export interface KeyedCommand {
  caller: Pick<Caller, 'client' | 'user'>;
  /** The caller's, for this one command: two callers may use the same key. */
  key: string;
  /** Name of the mutation. */
  name: string;
  /** All its other arguments. */
  input: object;
  /** When it is run. */
  now: Date;
}

export interface OnceResult {
  /** What `run` returned, now or the first time. */
  result: string;
  /** Whether the command was run before. */
  isRepeat: boolean;
}

/**
 * Runs a command once for each key of a caller, inside the transaction in which everything of it is decided. Of several at once
 * with the same key, one runs and the others wait for it. A rejected command leaves no key: sent again, it is decided again.
 *
 * A repeat changes nothing and gives the same result, although what it names may have changed since, and although the caller
 * may have lost the right to it: check that before you show it.
 *
 * @param run returns the id of what it made or changed
 * @throws UserErrors IDEMPOTENCY_KEY_REUSED when the key was used for another command or other input, MALFORMED_IDEMPOTENCY_KEY,
 *   and what `run` throws
 */
export async function runOnce(
  tx: Db,
  table: IdempotencyTable,
  command: KeyedCommand,
  run: () => Promise<string>,
): Promise<OnceResult> {
  const row = keyRowOf(command);
  const isKey = and(eq(table.holder, row.holder), eq(table.key, row.key));
  // Another transaction with the same key makes this wait until it is over.
  const [isNew] = await tx.insert(table).values(row).onConflictDoNothing().returning({ key: table.key });
  if (!isNew) {
    const [before] = await tx.select().from(table).where(isKey);
    if (before?.digest !== row.digest) throw keyReused();
    requireDone(before.result!);
    return { result: before.result!, isRepeat: true };
  }
  const result = await run();
  await tx.update(table).set({ result }).where(isKey);
  return { result, isRepeat: false };
}

/**
 * The row of a command's key, for a transaction that writes it itself.
 *
 * @throws UserErrors MALFORMED_IDEMPOTENCY_KEY
 */
export function keyRowOf({ caller, key, name, input, now }: KeyedCommand) {
  if (!KEY_PATTERN.test(key)) {
    throw userError<IdempotencyErrorCode>(
      'MALFORMED_IDEMPOTENCY_KEY',
      'idempotencyKey must have 1 to 100 printable ASCII characters and no blanks, such as a new UUID.',
      ARGUMENT,
    );
  }
  const digest = digestOf(canonicalJson([name, plainJson(input)]));
  return { holder: holderOf(caller), key, digest, at: now.toISOString() };
}

/** The rejection of a key that was used for something else. */
export function keyReused() {
  return userError<IdempotencyErrorCode>(
    'IDEMPOTENCY_KEY_REUSED',
    'This idempotencyKey was used for another command, or for other input. Use a new one for each command.',
    ARGUMENT,
  );
}

/** Before what is stored of a command that was rejected, where rejections are kept. */
const REJECTED = 'rejected ';

/** What is stored of a rejection. */
export function rejectionText({ userErrors }: UserErrors): string {
  return `${REJECTED}${JSON.stringify(userErrors)}`;
}

/** The rejection that is stored; null for the result of a command that was carried out. */
export function readRejection(result: string): UserErrors | null {
  if (!result.startsWith(REJECTED)) return null;
  return new UserErrors(JSON.parse(result.slice(REJECTED.length)) as UserErrorModel[]);
}

/** @throws UserErrors when the command was rejected before, and that is kept */
export function requireDone(result: string): void {
  const rejection = readRejection(result);
  if (rejection) throw rejection;
}

/** Removes keys that were used before a moment, after which nobody sends their commands again. */
export async function removeIdempotencyKeys(db: Db, table: IdempotencyTable, before: Date): Promise<void> {
  await db.delete(table).where(lt(table.at, before.toISOString()));
}

function holderOf({ client, user }: KeyedCommand['caller']): string {
  return user === null ? `client:${client}` : `user:${user}`;
}

/** Input without members that are undefined, and without prototypes. */
function plainJson(input: object): Json {
  return JSON.parse(JSON.stringify(input)) as Json;
}
