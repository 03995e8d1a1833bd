import { and, eq } from 'drizzle-orm';
import type { Db } from '../registry/database.ts';
import { refuse } from '../registry/refusal.ts';
import { addApplication } from './applications.ts';
import { type Caller, decides, isOwn } from './caller.ts';
import { changeApplication, requireSide, unknown, wrongState } from './change-application.ts';
import { checkContent, checkUntil } from './content.ts';
import { addEvent } from './events.ts';
import { grantState } from './grant-state.ts';
import { raiseGrantVersion } from './grant-version.ts';
import { nextNumber } from './number.ts';
import { recheck } from './recheck.ts';
import { isOpenRenewal } from './open-renewal.ts';
import { areWithin, checkRegions } from './regions.ts';
import type { Sharing } from './sharing.ts';
import { type GrantRow, grants, sharingApplications, type SharingApplicationRow } from './tables.ts';
import { MOST_REASON_CHARACTERS, optionalText, requireText } from './texts.ts';

export interface Approval {
  number: string;
  /** Sooner than was asked for. */
  until?: string | null | undefined;
  /** Within those that were asked for. */
  regions?: readonly string[] | null | undefined;
  reason?: string | null | undefined;
}

/** All that brings grants into force and ends them. Each throws Refusal, or PublicError FORBIDDEN. */
export function createGrantCommands(sharing: Sharing) {
  return {
    async approve(caller: Caller, approval: Approval): Promise<SharingApplicationRow> {
      const { number } = approval;
      const reason = optionalText(approval.reason, MOST_REASON_CHARACTERS, ['reason']);
      const regions = await checkRegions(sharing.db, approval.regions, ['regions']);
      const catalogue = await sharing.readCatalogue();
      return changeApplication(
        sharing,
        { caller, number, action: 'APPROVE', reason },
        async (tx, row, now) => {
          recheck(sharing, catalogue, row);
          await addGrant(
            tx,
            caller,
            { ...row, ...narrowed(sharing, row, { until: approval.until, regions }) },
            now,
          );
          return {};
        },
      );
    },

    async renew(
      caller: Caller,
      { id, until, purpose }: { id: string; until: string; purpose?: string | null | undefined },
    ): Promise<SharingApplicationRow> {
      const seen = await readGrant(sharing.db, id, caller);
      requireSide('CLIENT', caller, seen);
      if (Date.parse(until) <= Date.parse(seen.until)) {
        throw refuse('UNTIL_PASSED', 'until is not later than it is now.', ['until']);
      }
      const asked = { ...seen, until, purpose: purpose ?? seen.purpose };
      const content = await checkContent(sharing, caller, asked, []);
      return sharing.db.transaction(async (tx) => {
        const grant = await lockGrant(tx, id, caller);
        requireActive(sharing, grant);
        const open = await openRenewal(tx, id);
        if (open !== null) throw refuse('RENEWAL_PENDING', `${open} asks for its renewal already.`, ['id']);
        return addApplication(tx, sharing, caller, content, { submit: true, renews: id });
      });
    },

    async revoke(caller: Caller, { id, reason }: { id: string; reason: string }): Promise<GrantRow> {
      const said = requireText(reason, MOST_REASON_CHARACTERS, ['reason']);
      return sharing.db.transaction(async (tx) => {
        const grant = await lockGrant(tx, id, caller);
        requireSide('DEPARTMENT', caller, grant);
        requireActive(sharing, grant);
        const now = sharing.now();
        const [revoked] = await tx
          .update(grants)
          .set({ endedAt: now.toISOString(), reason: said })
          .where(eq(grants.id, id))
          .returning();
        const event = { kind: 'GRANT', subject: id, at: now, from: 'ACTIVE', to: 'REVOKED' } as const;
        await addEvent(tx, caller, { ...event, action: 'REVOKE', reason: said });
        await raiseGrantVersion(tx);
        return revoked!;
      });
    },
  };
}

async function addGrant(tx: Db, caller: Caller, row: SharingApplicationRow, now: Date): Promise<void> {
  const { id: sequence, number: id } = await nextNumber(tx, 'SG', now);
  const { number, client, clientDepartment, department, fields, regions, basis, purpose, until } = row;
  const terms = { client, clientDepartment, department, fields, regions, basis, purpose, until };
  await tx.insert(grants).values({ sequence, id, application: number, ...terms, from: now.toISOString() });
  const event = { kind: 'GRANT', subject: id, at: now, action: 'GRANT' } as const;
  await addEvent(tx, caller, { ...event, from: null, to: 'ACTIVE' });
  if (row.renews !== null) await replaceGrant(tx, caller, row.renews, id, now);
  await raiseGrantVersion(tx);
}

/** One that was revoked or has expired in the meantime stays as it is. */
async function replaceGrant(tx: Db, caller: Caller, old: string, id: string, now: Date): Promise<void> {
  const [grant] = await tx.select().from(grants).where(eq(grants.id, old)).for('update');
  if (grantState(grant!, now) !== 'ACTIVE') return;
  await tx.update(grants).set({ endedAt: now.toISOString(), replacedBy: id }).where(eq(grants.id, old));
  const event = { kind: 'GRANT', subject: old, at: now, from: 'ACTIVE', to: 'EXPIRED' } as const;
  await addEvent(tx, caller, { ...event, action: 'REPLACE', reason: id });
}

/** What the department grants of what was asked for. */
function narrowed(
  sharing: Sharing,
  asked: SharingApplicationRow,
  { until, regions }: { until: string | null | undefined; regions: string[] | null },
): Pick<SharingApplicationRow, 'until' | 'regions'> {
  if (regions !== null && !areWithin(regions, asked.regions)) {
    throw refuse('WIDER_THAN_ASKED', 'regions names some that were not asked for.', ['regions']);
  }
  if (until == null) return { until: asked.until, regions: regions ?? asked.regions };
  checkUntil(sharing, until, ['until']);
  if (Date.parse(until) > Date.parse(asked.until)) {
    throw refuse('WIDER_THAN_ASKED', 'until is later than was asked for.', ['until']);
  }
  return { until: new Date(until).toISOString(), regions: regions ?? asked.regions };
}

export function maySeeGrant(caller: Caller, grant: Pick<GrantRow, 'client' | 'department'>): boolean {
  return isOwn(caller, grant) || decides(caller, grant);
}

async function readGrant(db: Db, id: string, caller: Caller): Promise<GrantRow> {
  const [grant] = await db.select().from(grants).where(eq(grants.id, id));
  return visible(grant, id, caller);
}

async function lockGrant(tx: Db, id: string, caller: Caller): Promise<GrantRow> {
  const [grant] = await tx.select().from(grants).where(eq(grants.id, id)).for('update');
  return visible(grant, id, caller);
}

function visible(grant: GrantRow | undefined, id: string, caller: Caller): GrantRow {
  if (grant && maySeeGrant(caller, grant)) return grant;
  throw unknown(id, 'id');
}

function requireActive({ now }: Sharing, grant: GrantRow): void {
  const state = grantState(grant, now());
  if (state !== 'ACTIVE') throw wrongState(grant.id, state, ['ACTIVE'], 'id');
}

async function openRenewal(tx: Db, id: string): Promise<string | null> {
  const [open] = await tx
    .select({ number: sharingApplications.number })
    .from(sharingApplications)
    .where(and(eq(sharingApplications.renews, id), isOpenRenewal));
  return open?.number ?? null;
}
