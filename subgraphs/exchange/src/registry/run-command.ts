import { isPublicError } from '@yiwang/errors';
import type { Claim, PublicKey } from '@yiwang/identity';
import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { consumeCredentials, markUsed, readSigners, type Signer } from '../credentials/signers.ts';
import type { Db } from '../shared/database.ts';
import { UserErrors } from '../shared/user-errors.ts';
import { auditLog, type AuditRow } from '../tables/registry-tables.ts';
import { requestApprovals } from './consent-needs.ts';
import { readCurrentVersion } from './current-graph.ts';
import type { PublishModel } from './registry-models.ts';
import { CheckFailed } from './schema-check.ts';
import { readWaiver, type Waived, type WaiverRequest } from './waiver.ts';

/** Key of the advisory lock under which one process at a time changes the registry. Any fixed number will do. */
const REGISTRY_LOCK = 7_391_025;

/** Longest wait for the lock, during which others may be composing, and for any one statement after it. */
const WAIT = '120s';

const MAX_LOGGED_CHARACTERS = 2000;

/** A signed request to change the registry. */
export interface Command extends Claim {
  action: AuditRow['action'];
  /** What it changes, for the audit log. */
  subject: string;
  credentials: readonly string[];
  /** Reason that the caller gives, if the command takes one. */
  reason?: string;
  /** Requirements that an operator waives for it. */
  waiver?: WaiverRequest | null | undefined;
}

/** The part of a command that runs in the transaction. */
export type Change<Result> = (tx: Db) => Promise<Result>;

export type RunCommand = ReturnType<typeof createRunCommand>;

/**
 * Returns the function that runs every command on the registry. The signers are verified, one command runs at a time, and it is
 * applied as a whole or not at all. Its credentials are consumed even if it is rejected, and the audit log says what was done, or
 * why it was rejected.
 */
export function createRunCommand(db: PostgresJsDatabase, operatorKeys: readonly PublicKey[]) {
  const enqueue = createQueue();

  /** @param prepare checks what can be checked outside the transaction */
  return async function runCommand<Result>(
    command: Command,
    prepare: (signers: readonly Signer[], waived: Waived['of']) => Promise<Change<Result>>,
  ): Promise<Result> {
    let allSigners: readonly Signer[] = [];
    let outcome: Outcome<Result>;
    try {
      const signers = await readSigners(db, operatorKeys, command, command.credentials);
      allSigners = signers;
      const waived = await readWaiver(db, operatorKeys, command.digest, command.waiver);
      // An operator who waives a requirement has not signed the change itself.
      allSigners = [...signers, ...waived.signers];
      const change = await prepare(signers, waived.of);
      outcome = await enqueue(() =>
        db.transaction(async (tx) => {
          await tx.execute(
            sql`select set_config('statement_timeout', ${WAIT}, true), set_config('lock_timeout', ${WAIT}, true)`,
          );
          await tx.execute(sql`select pg_advisory_xact_lock(${REGISTRY_LOCK})`);
          await consumeCredentials(tx, allSigners);
          // A failure rolls back only the change (a savepoint). The credentials are consumed before the lock is released.
          const settled = await settle(tx.transaction(change));
          await tx.insert(auditLog).values(auditRow(command, allSigners, settled));
          if ('error' in settled && settled.error instanceof CheckFailed) {
            await requestApprovals(tx, settled.error.check.consents);
          }
          return settled;
        }),
      );
    } catch (error) {
      await db.transaction(async (tx) => {
        await markUsed(tx, allSigners);
        await tx.insert(auditLog).values(auditRow(command, allSigners, { error }));
      });
      throw error;
    }
    if ('error' in outcome) throw outcome.error;
    return outcome.result;
  };
}

/** Logs a command that was rejected before its credential could be verified. */
export async function logRejection(db: Db, command: Omit<Command, 'digest'>, error: unknown): Promise<void> {
  await db.insert(auditLog).values(auditRow(command, [], { error }));
}

/** The payload of a command that makes a version. A rejected one contains the reasons, and the check if it failed. */
export async function publishPayload(db: Db, command: () => Promise<PublishModel>): Promise<PublishModel> {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof UserErrors)) throw error;
    const check = error instanceof CheckFailed ? error.check : null;
    return { outcome: 'REFUSED', version: await readCurrentVersion(db), check, userErrors: error.userErrors };
  }
}

/**
 * Returns a function that runs tasks one after the other, in the order of its calls. If each waited for the registry's lock with
 * its own connection, none would be left for reads.
 */
function createQueue() {
  let last: Promise<unknown> = Promise.resolve();

  return function enqueue<Result>(task: () => Promise<Result>): Promise<Result> {
    const current = last.then(task);
    last = current.catch(() => {});
    return current;
  };
}

type Outcome<Result> = { result: Result } | { error: unknown };

function settle<Result>(work: Promise<Result>): Promise<Outcome<Result>> {
  return work.then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  );
}

function auditRow(
  { action, subject, reason, waiver }: Pick<Command, 'action' | 'subject' | 'reason' | 'waiver'>,
  signers: readonly Signer[],
  outcome: Outcome<unknown>,
): AuditRow {
  const rejection = 'error' in outcome ? describe(outcome.error) : null;
  const texts = [rejection?.message ?? reason, waivedText(waiver)];
  return {
    action,
    outcome: rejection ? 'REFUSED' : 'ACCEPTED',
    subject: toLogged(subject),
    kids: [...new Set(signers.map(({ kid }) => kid))],
    code: rejection?.code ?? null,
    reason: toLogged(texts.filter(Boolean).join('; ')) || null,
  };
}

function waivedText(waiver: Command['waiver']): string | null {
  return waiver && waiver.of.length > 0 ? `waived: ${waiver.of.join(', ')}` : null;
}

function describe(error: unknown): { code: string; message: string } {
  if (error instanceof UserErrors) return { code: error.userErrors[0]!.code, message: error.message };
  if (isPublicError(error)) return { code: error.code, message: error.message };
  return { code: 'INTERNAL_ERROR', message: (error as Error).message };
}

/** Shortens a text, and removes U+0000, which PostgreSQL does not accept. */
function toLogged(text: string): string {
  const clean = text.replaceAll('\0', '');
  return clean.length > MAX_LOGGED_CHARACTERS ? `${clean.slice(0, MAX_LOGGED_CHARACTERS)}…` : clean;
}
