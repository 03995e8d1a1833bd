import type { SchemaChange } from '@yiwang/composition';
import { digestOf } from '@yiwang/identity';
import { and, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Db } from '../shared/database.ts';
import { type ApprovalRow, approvals, keys } from '../tables/registry-tables.ts';
import type { ConsentNeed } from './registry-models.ts';

/** What counts as consent besides approvals. */
export interface GivenConsent {
  /** Names of the departments whose own keys have signed the command. */
  signedBy: readonly string[];
  /** Whether an operator waives the consent of all owners. */
  isWaived: boolean;
  /** Thumbprints of the first operator's keys, which are not registered. */
  operatorKids: readonly string[];
}

/**
 * Finds the departments whose consent changes need, sorted by name, and whether each has given it.
 *
 * @param proposers names of the departments that make the changes
 */
export async function findConsentNeeds(
  db: Db,
  changes: readonly SchemaChange[],
  proposers: readonly string[],
  { signedBy, isWaived, operatorKids }: GivenConsent,
): Promise<ConsentNeed[]> {
  const byOwner = new Map<string, Set<string>>();
  for (const { consentOf = [], message } of changes) {
    for (const owner of consentOf) byOwner.set(owner, (byOwner.get(owner) ?? new Set()).add(message));
  }
  const needs: ConsentNeed[] = [];
  for (const [owner, messages] of [...byOwner].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const need = { owner, proposers: [...proposers].sort(), changes: [...messages].sort() };
    const change = hexDigest(['change', need.owner, need.proposers, need.changes]);
    const isGiven =
      isWaived || signedBy.includes(owner) || (await findApproval(db, change, operatorKids)) !== null;
    needs.push({ ...need, change, isGiven });
  }
  return needs;
}

/** Hexadecimal, since people type the beginning of a digest after a command, and base64url may begin with a hyphen. */
function hexDigest(content: readonly unknown[]): string {
  return Buffer.from(digestOf(JSON.stringify(content)), 'base64url').toString('hex');
}

/** True of approvals that are approved, not withdrawn, and not consumed. */
const isUnused = and(
  isNotNull(approvals.approvedAt),
  isNull(approvals.withdrawnAt),
  isNull(approvals.version),
);

/** A valid approval of the change: not consumed, withdrawn or expired, and signed by a key that was not revoked. */
async function findApproval(
  db: Db,
  change: string,
  operatorKids: readonly string[],
): Promise<ApprovalRow | null> {
  const rows = await db
    .select({ approval: approvals, key: keys.kid })
    .from(approvals)
    .leftJoin(keys, and(eq(keys.kid, approvals.approvedBy), isNull(keys.revokedAt)))
    .where(and(eq(approvals.change, change), isUnused, gt(approvals.expiresAt, sql`now()`)))
    .orderBy(approvals.id);
  const valid = rows.find(({ approval, key }) => key !== null || operatorKids.includes(approval.approvedBy!));
  return valid?.approval ?? null;
}

/** Consumes the approvals of a version: each is valid for one version only. */
export async function consumeApprovals(
  db: Db,
  needs: readonly ConsentNeed[],
  version: number,
): Promise<void> {
  for (const { change } of needs) {
    await db
      .update(approvals)
      .set({ version })
      .where(and(eq(approvals.change, change), isUnused));
  }
}

/** Requests the consents that are missing, unless a request for the same change is still open. */
export async function requestApprovals(db: Db, needs: readonly ConsentNeed[]): Promise<void> {
  for (const { change, owner, proposers, changes } of needs.filter(({ isGiven }) => !isGiven)) {
    const open = await db
      .select({ id: approvals.id })
      .from(approvals)
      .where(and(eq(approvals.change, change), isNull(approvals.approvedAt), isNull(approvals.withdrawnAt)));
    if (open.length > 0) continue;
    await db.insert(approvals).values({ change, owner, proposers: [...proposers], changes });
  }
}
