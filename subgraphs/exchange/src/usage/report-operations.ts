import { PublicError } from '@yiwang/errors';
import { contents, type OperationContent, type PublicKey } from '@yiwang/identity';
import { eq, lte, notExists, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { consumeCredentials, readSigners, requireGateway } from '../credentials/signers.ts';
import type { Db } from '../shared/database.ts';
import { checkGatewayName } from '../shared/names.ts';
import { operationDays, operations } from '../tables/usage-tables.ts';
import { today } from './read-usage.ts';
import { recordOperations } from './record-operations.ts';

const MAX_OPERATIONS = 5000;
const MAX_COORDINATES = 10_000;
const MAX_CHARACTERS = 500;
/** How far a gateway's clock may be ahead. */
const CLOCK_SKEW_MS = 600_000;
const CLEANING_INTERVAL_MS = 3_600_000;
/** Time to remove all that has aged while the exchange was stopped. */
const STATEMENT_TIMEOUT_MS = 120_000;

export interface UsageReport {
  gateway: string;
  operations: readonly OperationContent[];
  credential: string;
}

export interface UsageOptions {
  db: PostgresJsDatabase;
  /** The first operator's; null when none is set. */
  operatorKeys: readonly PublicKey[];
  /** Days for which usage is kept. */
  usageDays: number;
}

/** Creates the command that adds a gateway's counts to the statistics. Once an hour it also removes usage that is too old. */
export function createReportOperations({ db, operatorKeys, usageDays }: UsageOptions) {
  const removeOld = createCleaner(usageDays);

  return async function reportOperations({ gateway, operations, credential }: UsageReport): Promise<boolean> {
    const claim = { action: 'operations', digest: contents.operations(gateway, operations) };
    const signers = await readSigners(db, operatorKeys, claim, [credential]);
    requireGateway(signers, gateway);
    checkGatewayName(gateway);
    checkReport(operations);
    await db.transaction(async (tx) => {
      await consumeCredentials(tx, signers);
      await recordOperations(tx, operations);
      await removeOld(tx);
    });
    return true;
  };
}

/**
 * Checks a whole report before any of it is stored.
 *
 * @throws PublicError INVALID_ARGUMENT naming the first operation that is invalid
 */
function checkReport(operations: readonly OperationContent[]): void {
  if (operations.length > MAX_OPERATIONS) {
    throw new PublicError('INVALID_ARGUMENT', `A report must have at most ${MAX_OPERATIONS} operations.`);
  }
  for (const [i, operation] of operations.entries()) {
    const problem = problemOf(operation);
    if (problem) throw new PublicError('INVALID_ARGUMENT', `operations[${i}]: ${problem}`);
  }
}

function problemOf(operation: OperationContent): string | null {
  const { variant, client, clientVersion, name, digest, coordinates, count, errors, from, until } = operation;
  const texts = [variant, digest, client ?? '', clientVersion ?? '', name ?? '', ...coordinates];
  if (coordinates.length > MAX_COORDINATES) return `must have at most ${MAX_COORDINATES} coordinates.`;
  if (texts.some((text) => text.length > MAX_CHARACTERS || text.includes('\0'))) {
    return `texts must have at most ${MAX_CHARACTERS} characters, and must not contain U+0000.`;
  }
  if (variant === '' || digest === '') return 'variant and digest must not be empty.';
  if (count < 0 || errors < 0 || errors > count) return 'errors must be between 0 and count.';
  if (Date.parse(from) > Date.parse(until)) return 'from must not be after until.';
  if (Date.parse(until) > Date.now() + CLOCK_SKEW_MS) return 'until must not be in the future.';
  return null;
}

/**
 * Returns a function that removes counts older than `days`, and operations that have no counts left. It may be called often: it
 * runs once an hour.
 */
function createCleaner(days: number): (tx: Db) => Promise<void> {
  let nextAt = 0;
  return async (tx) => {
    if (Date.now() < nextAt) return;
    nextAt = Date.now() + CLEANING_INTERVAL_MS;
    await tx.execute(sql.raw(`set local statement_timeout = ${STATEMENT_TIMEOUT_MS}`));
    await tx.delete(operationDays).where(lte(operationDays.day, sql`${today} - ${days}::int`));
    const counts = tx
      .select({ day: operationDays.day })
      .from(operationDays)
      .where(eq(operationDays.operation, operations.id));
    await tx.delete(operations).where(notExists(counts));
  };
}
