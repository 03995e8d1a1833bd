import { and, eq, exists, gt, isNull, lte, sql } from 'drizzle-orm';
import type { Db } from '../shared/database.ts';
import { type GrantRow, grants, grantVersion, sharingApplications } from '../tables/sharing-tables.ts';
import type { Principal } from './authorize.ts';
import type { Sharing } from './sharing.ts';

/** The state of a grant at a moment. That a grant has expired is computed, not stored. */
export function grantState(
  { until, endedAt, replacedBy }: Pick<GrantRow, 'until' | 'endedAt' | 'replacedBy'>,
  now: Date,
): 'ACTIVE' | 'EXPIRED' | 'REVOKED' {
  if (endedAt !== null) return replacedBy === null ? 'REVOKED' : 'EXPIRED';
  return Date.parse(until) > now.getTime() ? 'ACTIVE' : 'EXPIRED';
}

/**
 * Marks that the grants in force change with this transaction. Call it last: concurrent transactions wait for the lock of the row
 * until this one ends.
 */
export async function raiseGrantVersion(tx: Db): Promise<void> {
  await tx.update(grantVersion).set({ version: sql`${grantVersion.version} + 1` });
}

/** Raises the grant version when grants have expired since it was last raised for that reason. */
export async function raiseForExpired(db: Db, now: Date): Promise<void> {
  await db
    .update(grantVersion)
    .set({ version: sql`${grantVersion.version} + 1`, expiredUntil: now.toISOString() })
    .where(exists(expiredSince(db, now)));
}

/** The grants that have expired since `expiredUntil`. Uses the index grants_until. */
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

/** True of grants that are in force at a moment. */
export function isInForce(now: Date) {
  return and(isNull(grants.endedAt), gt(grants.until, now.toISOString()));
}

/** True of applications that are not decided yet. It has no parameters, so that PostgreSQL uses the index sharing_applications_renewal. */
export const isOpenRenewal = sql`${sharingApplications.state} in ('SUBMITTED', 'CHANGES_REQUESTED')`;

/** The coordinates that active grants of the client cover, in any region. */
export async function grantedFields(
  { db, now }: Sharing,
  { client }: Pick<Principal, 'client'>,
): Promise<Set<string>> {
  const active = await db
    .select({ fields: grants.fields })
    .from(grants)
    .where(and(eq(grants.client, client), isInForce(now())));
  return new Set(active.flatMap(({ fields }) => fields));
}
