import { isPublicError } from '@yiwang/errors';
import type { Claim, PublicKey } from '@yiwang/identity';
import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Db } from './database.ts';
import { Refusal } from './refusal.ts';
import { readSigners, type Signer, takeCredentials, useUp } from './signers.ts';
import { type AuditRow, auditLog } from './tables.ts';
import { createTurns } from './turns.ts';

// Any fixed number; it names the lock under which one process at a time changes the registry.
const REGISTRY_LOCK = 7_391_025;

/** Longest wait for the lock and for one statement beneath it. Others may be composing. */
const STATEMENT_TIMEOUT_MS = 120_000;

const MOST_REASON_CHARACTERS = 2000;

/** Somebody wants to change the registry. */
export interface Attempt extends Claim {
  action: AuditRow['action'];
  /** What it is about, for the audit log. */
  subject: string;
  credentials: readonly string[];
  /** Why, if it must be said. */
  reason?: string;
}

/** What is done in the transaction, once all that needs none was checked. */
export type Change<Result> = (tx: Db) => Promise<Result>;

/**
 * Makes the function through which everything passes that changes the registry: whoever signed is known, one change
 * is made at a time, it is made whole or not at all, a credential is good once whatever comes of it, and the audit log
 * tells what was done or why it was refused.
 */
export function createAttempts(db: PostgresJsDatabase, operatorKey: PublicKey | null) {
  const inTurn = createTurns();

  return async function attempt<Result>(
    asked: Attempt,
    prepare: (signers: readonly Signer[]) => Promise<Change<Result>>,
  ): Promise<Result> {
    let signers: Signer[] = [];
    let outcome: Outcome<Result>;
    try {
      signers = await readSigners(db, operatorKey, asked, asked.credentials);
      const change = await prepare(signers);
      outcome = await inTurn(() =>
        db.transaction(async (tx) => {
          await tx.execute(sql.raw(`set local statement_timeout = ${STATEMENT_TIMEOUT_MS}`));
          await tx.execute(sql`select pg_advisory_xact_lock(${REGISTRY_LOCK})`);
          await useUp(tx, signers);
          // What fails is undone to here and no further: whoever has the lock next finds the credential used.
          const settled = await settle(tx.transaction(change));
          await tx.insert(auditLog).values(entry(asked, signers, settled));
          return settled;
        }),
      );
    } catch (error) {
      await db.transaction(async (tx) => {
        await takeCredentials(tx, signers);
        await tx.insert(auditLog).values(entry(asked, signers, { error }));
      });
      throw error;
    }
    if ('error' in outcome) throw outcome.error;
    return outcome.result;
  };
}

type Outcome<Result> = { result: Result } | { error: unknown };

function settle<Result>(work: Promise<Result>): Promise<Outcome<Result>> {
  return work.then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  );
}

export type Attempts = ReturnType<typeof createAttempts>;

/** Tells of an attempt that failed before its credential could be read. */
export async function auditRefusal(db: Db, asked: Omit<Attempt, 'digest'>, error: unknown): Promise<void> {
  await db.insert(auditLog).values(entry(asked, [], { error }));
}

function entry(
  { action, subject, reason }: Pick<Attempt, 'action' | 'subject' | 'reason'>,
  signers: readonly Signer[],
  outcome: Outcome<unknown>,
): AuditRow {
  const refused = 'error' in outcome ? explain(outcome.error) : null;
  return {
    action,
    outcome: refused ? 'REFUSED' : 'ACCEPTED',
    subject: shorten(subject),
    kids: signers.map(({ kid }) => kid),
    code: refused?.code ?? null,
    reason: shorten(refused?.message ?? reason ?? '') || null,
  };
}

function explain(error: unknown): { code: string; message: string } {
  if (error instanceof Refusal) return { code: error.reasons[0]!.code, message: error.message };
  if (isPublicError(error)) return { code: error.code, message: error.message };
  return { code: 'INTERNAL_ERROR', message: (error as Error).message };
}

/** PostgreSQL keeps no U+0000. */
function shorten(text: string): string {
  const clean = text.replaceAll('\0', '');
  return clean.length > MOST_REASON_CHARACTERS ? `${clean.slice(0, MOST_REASON_CHARACTERS)}…` : clean;
}
