import { type Db, userError, UserErrors } from '@yiwang/subgraph-kit';
import { and, eq, sql } from 'drizzle-orm';
import type { ItemErrorCode } from '../../generated/types.ts';
import { serviceItems } from '../../tables.ts';
import { offers } from '../../offers/offer-tables.ts';
import { publishedColumns } from '../guides/published-guide.ts';
import { type ItemVersionRow, itemVersions } from '../item-tables.ts';
import { addEvent, changeVersion, type VersionChange } from './change-version.ts';
import { checkContent } from './check-content.ts';

/**
 * Publishes a version of a locked item: the one before is superseded, and the item shows the new guide.
 *
 * @throws UserErrors OWN_VERSION, what keeps the version from being published, and as changeVersion
 */
export async function publishVersion(tx: Db, change: VersionChange, now: Date): Promise<ItemVersionRow> {
  await supersede(tx, change, now);
  const published = await changeVersion(tx, change, now, (row) => {
    requireOther(row, change);
    // What may be published can have changed since it was submitted.
    requireFit(row);
    return { publishedAt: now.toISOString() };
  });
  await withdrawOffers(tx, change.item, now);
  await tx.update(serviceItems).set(publishedColumns(published)).where(eq(serviceItems.code, change.item));
  return published;
}

/** @throws UserErrors with all that keeps a version from being published */
export function requireFit({ guide, form, rules, prefill, entitlement }: ItemVersionRow): void {
  const { errors } = checkContent({ guide, form, rules, prefill, entitlement }, []);
  if (errors.length > 0) throw new UserErrors<ItemErrorCode>(errors);
}

/** @throws UserErrors OWN_VERSION */
function requireOther({ itemCode, version, editors }: ItemVersionRow, { official }: VersionChange): void {
  if (!editors.includes(official.user)) return;
  throw userError<ItemErrorCode>(
    'OWN_VERSION',
    `You wrote some of version ${version} of ${itemCode}: another official must publish it.`,
    ['version'],
  );
}

/** The version that held until now, if there is one. */
async function supersede(tx: Db, { item, official }: VersionChange, now: Date): Promise<void> {
  const [before] = await tx
    .update(itemVersions)
    .set({ state: 'SUPERSEDED', supersededAt: now.toISOString() })
    .where(and(eq(itemVersions.itemCode, item), eq(itemVersions.state, 'PUBLISHED')))
    .returning();
  if (before) await addEvent(tx, before, { official, action: 'SUPERSEDE', from: 'PUBLISHED', now });
}

/** Takes back the open offers of the version before: who is entitled is for the new one to say. */
async function withdrawOffers(tx: Db, item: string, now: Date): Promise<void> {
  await tx
    .update(offers)
    .set({ state: 'WITHDRAWN', revision: sql`${offers.revision} + 1`, changedAt: now.toISOString() })
    .where(and(eq(offers.itemCode, item), eq(offers.state, 'OFFERED')));
}
