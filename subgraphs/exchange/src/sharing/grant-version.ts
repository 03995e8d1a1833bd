import { and, exists, gt, isNull, lte, sql } from 'drizzle-orm';
import type { Db } from '../registry/database.ts';
import { grants, grantVersion } from './tables.ts';

/** What is in force changes with the transaction. Called last: whoever comes next waits for it. */
export async function raiseGrantVersion(tx: Db): Promise<void> {
  await tx.update(grantVersion).set({ version: sql`${grantVersion.version} + 1` });
}

/** Grants that expire change what is in force although nobody does anything: counts those of the time until now. */
export async function countExpired(db: Db, now: Date): Promise<void> {
  await db
    .update(grantVersion)
    .set({ version: sql`${grantVersion.version} + 1`, expiredUntil: now.toISOString() })
    .where(exists(expiredSince(db, now)));
}

/** The grants that have expired since they were last counted. Uses the index grants_until. */
export function expiredSince(db: Db, now: Date) {
  return db
    .select({ id: grants.id })
    .from(grants)
    .where(
      and(
        gt(grants.until, grantVersion.expiredUntil),
        lte(grants.until, now.toISOString()),
        isNull(grants.endedAt),
      ),
    );
}

/** In force at a moment. */
export function isInForce(now: Date) {
  return and(isNull(grants.endedAt), gt(grants.until, now.toISOString()));
}
