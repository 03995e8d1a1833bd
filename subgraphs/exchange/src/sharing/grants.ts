import { checkOptionalText, checkText } from '@yiwang/subgraph-kit';
import { and, eq } from 'drizzle-orm';
import type { Db } from '../shared/database.ts';
import { userError } from '../shared/user-errors.ts';
import {
  type GrantRow,
  grants,
  type SharingApplicationRow,
  sharingApplications,
} from '../tables/sharing-tables.ts';
import { checkContent, checkUntil, recheckContent } from './application-content.ts';
import { addApplication } from './applications.ts';
import { maySeeGrant, type Principal, requireSide } from './authorize.ts';
import { changeApplication, unknownNumber, wrongState } from './change-application.ts';
import { areWithin, checkRegions, MAX_REASON_CHARACTERS } from './check-input.ts';
import { addEvent, nextNumber } from './event-log.ts';
import { grantState, isOpenRenewal, raiseGrantVersion } from './grant-status.ts';
import type { Sharing } from './sharing.ts';

export interface Approval {
  number: string;
  /** Not later than was applied for. */
  until?: string | null | undefined;
  /** Within those that were applied for. */
  regions?: readonly string[] | null | undefined;
  reason?: string | null | undefined;
}

/** The commands that create and end grants. Each throws UserErrors, or PublicError FORBIDDEN. */
export function createGrantCommands(sharing: Sharing) {
  return {
    async approve(caller: Principal, approval: Approval): Promise<SharingApplicationRow> {
      const { number } = approval;
      const reason = checkOptionalText(approval.reason, MAX_REASON_CHARACTERS, ['reason']);
      const regions = await checkRegions(sharing.db, approval.regions, ['regions']);
      const catalogue = await sharing.readCatalogue();
      return changeApplication(
        sharing,
        { caller, number, action: 'APPROVE', reason },
        async (tx, row, now) => {
          recheckContent(sharing, catalogue, row);
          await addGrant(
            tx,
            caller,
            { ...row, ...narrow(sharing, row, { until: approval.until, regions }) },
            now,
          );
          return {};
        },
      );
    },

    async renew(
      caller: Principal,
      { id, until, purpose }: { id: string; until: string; purpose?: string | null | undefined },
    ): Promise<SharingApplicationRow> {
      const seen = await readGrant(sharing.db, id, caller);
      requireSide('CLIENT', caller, seen);
      if (Date.parse(until) <= Date.parse(seen.until)) {
        throw userError('UNTIL_PASSED', 'until must be later than the present end of the grant.', ['until']);
      }
      const input = { ...seen, until, purpose: purpose ?? seen.purpose };
      const content = await checkContent(sharing, caller, input, []);
      return sharing.db.transaction(async (tx) => {
        const grant = await lockGrant(tx, id, caller);
        requireActive(sharing, grant);
        const open = await findOpenRenewal(tx, id);
        if (open !== null) {
          const message = `The application ${open} for its renewal is still open.`;
          throw userError('RENEWAL_PENDING', message, ['id']);
        }
        return addApplication(tx, sharing, caller, content, { submit: true, renews: id });
      });
    },

    async revoke(caller: Principal, { id, reason }: { id: string; reason: string }): Promise<GrantRow> {
      const checkedReason = checkText(reason, MAX_REASON_CHARACTERS, ['reason']);
      return sharing.db.transaction(async (tx) => {
        const grant = await lockGrant(tx, id, caller);
        requireSide('DEPARTMENT', caller, grant);
        requireActive(sharing, grant);
        const now = sharing.now();
        const [revoked] = await tx
          .update(grants)
          .set({ endedAt: now.toISOString(), reason: checkedReason })
          .where(eq(grants.id, id))
          .returning();
        const event = { kind: 'GRANT', subject: id, at: now, from: 'ACTIVE', to: 'REVOKED' } as const;
        await addEvent(tx, caller, { ...event, action: 'REVOKE', reason: checkedReason });
        await raiseGrantVersion(tx);
        return revoked!;
      });
    },
  };
}

async function addGrant(tx: Db, caller: Principal, row: SharingApplicationRow, now: Date): Promise<void> {
  const { id: sequence, number: id } = await nextNumber(tx, 'SG', now);
  const { number, client, clientDepartment, department, fields, regions, basis, purpose, until } = row;
  const terms = { client, clientDepartment, department, fields, regions, basis, purpose, until };
  await tx.insert(grants).values({ sequence, id, application: number, ...terms, from: now.toISOString() });
  const event = { kind: 'GRANT', subject: id, at: now, action: 'GRANT' } as const;
  await addEvent(tx, caller, { ...event, from: null, to: 'ACTIVE' });
  if (row.renews !== null) await replaceGrant(tx, caller, row.renews, id, now);
  await raiseGrantVersion(tx);
}

/** Ends the old grant, unless it was revoked or has expired in the meantime. */
async function replaceGrant(tx: Db, caller: Principal, old: string, id: string, now: Date): Promise<void> {
  const [grant] = await tx.select().from(grants).where(eq(grants.id, old)).for('update');
  if (grantState(grant!, now) !== 'ACTIVE') return;
  await tx.update(grants).set({ endedAt: now.toISOString(), replacedBy: id }).where(eq(grants.id, old));
  const event = { kind: 'GRANT', subject: old, at: now, from: 'ACTIVE', to: 'EXPIRED' } as const;
  await addEvent(tx, caller, { ...event, action: 'REPLACE', reason: id });
}

/** The regions and the end that the department grants, which may be narrower than those that were applied for. */
function narrow(
  sharing: Sharing,
  applied: SharingApplicationRow,
  { until, regions }: { until: string | null | undefined; regions: string[] | null },
): Pick<SharingApplicationRow, 'until' | 'regions'> {
  if (regions !== null && !areWithin(regions, applied.regions)) {
    throw userError('WIDER_THAN_ASKED', 'regions must be within those that were applied for.', ['regions']);
  }
  if (until == null) return { until: applied.until, regions: regions ?? applied.regions };
  checkUntil(sharing, until, ['until']);
  if (Date.parse(until) > Date.parse(applied.until)) {
    throw userError('WIDER_THAN_ASKED', 'until must not be later than was applied for.', ['until']);
  }
  return { until: new Date(until).toISOString(), regions: regions ?? applied.regions };
}

async function readGrant(db: Db, id: string, caller: Principal): Promise<GrantRow> {
  const [grant] = await db.select().from(grants).where(eq(grants.id, id));
  return requireVisible(grant, id, caller);
}

async function lockGrant(tx: Db, id: string, caller: Principal): Promise<GrantRow> {
  const [grant] = await tx.select().from(grants).where(eq(grants.id, id)).for('update');
  return requireVisible(grant, id, caller);
}

/** @throws UserErrors UNKNOWN_NUMBER */
function requireVisible(grant: GrantRow | undefined, id: string, caller: Principal): GrantRow {
  if (grant && maySeeGrant(caller, grant)) return grant;
  throw unknownNumber(id, 'id');
}

function requireActive({ now }: Sharing, grant: GrantRow): void {
  const state = grantState(grant, now());
  if (state !== 'ACTIVE') throw wrongState(grant.id, state, ['ACTIVE'], 'id');
}

/** The number of the open application to renew a grant. */
async function findOpenRenewal(tx: Db, id: string): Promise<string | null> {
  const [open] = await tx
    .select({ number: sharingApplications.number })
    .from(sharingApplications)
    .where(and(eq(sharingApplications.renews, id), isOpenRenewal));
  return open?.number ?? null;
}
