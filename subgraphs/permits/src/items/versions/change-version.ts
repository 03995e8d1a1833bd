import { repairCode } from '@yiwang/codes';
import { type Db, userError } from '@yiwang/subgraph-kit';
import { and, eq, inArray, max } from 'drizzle-orm';
import { isCode } from '../../codes.ts';
import type { ItemErrorCode } from '../../generated/types.ts';
import { serviceItems } from '../../tables.ts';
import {
  type ItemVersionEventRow,
  type ItemVersionRow,
  itemVersionEvents,
  itemVersions,
} from '../item-tables.ts';
import type { Official } from './authorize-official.ts';
import { VERSION_TRANSITIONS, type VersionAction } from './transitions.ts';

/** One change of one version, as an official asks for it. */
export interface VersionChange {
  official: Official;
  item: string;
  version: number;
  /** The one that the official saw. */
  revision: number;
  action: VersionAction;
  /** Null but for a return. */
  reason: string | null;
}

/**
 * Locks a service item, and with it all its versions: of several commands on them at once, one goes on and the others see its result.
 *
 * @returns its code as the table has it
 * @throws UserErrors UNKNOWN_ITEM
 */
export async function lockItem(tx: Db, item: string): Promise<string> {
  const code = repairCode(item);
  const [row] = isCode('ServiceItem.code', code)
    ? await tx
        .select({ code: serviceItems.code })
        .from(serviceItems)
        .where(eq(serviceItems.code, code))
        .for('update')
    : [];
  if (row) return row.code;
  throw userError<ItemErrorCode>('UNKNOWN_ITEM', 'There is no service item of this code.', ['item']);
}

/**
 * Changes a version whose item is locked, and writes down who did it.
 *
 * @param work computes the columns that change besides the state; it may reject the command
 * @throws UserErrors UNKNOWN_VERSION, WRONG_STATE or STALE_REVISION, and what `work` throws
 */
export async function changeVersion(
  tx: Db,
  { official, item, version, revision, action, reason }: VersionChange,
  now: Date,
  work: (row: ItemVersionRow) => Partial<ItemVersionRow> = () => ({}),
): Promise<ItemVersionRow> {
  const key = and(eq(itemVersions.itemCode, item), eq(itemVersions.version, version));
  const [row] = await tx.select().from(itemVersions).where(key);
  if (!row) {
    throw userError<ItemErrorCode>('UNKNOWN_VERSION', `${item} has no version ${version}.`, ['version']);
  }
  const { from, to } = VERSION_TRANSITIONS[action];
  if (row.state !== from) {
    throw userError<ItemErrorCode>(
      'WRONG_STATE',
      `Version ${version} of ${item} is ${row.state}. This is possible only while it is ${from}.`,
      ['version'],
    );
  }
  requireRevision(row, revision);
  const changes = work(row);
  const [changed] = await tx
    .update(itemVersions)
    .set({ ...changes, state: to, revision: row.revision + 1, changedAt: now.toISOString() })
    .where(key)
    .returning();
  await addEvent(tx, changed!, { official, action, from, now, reason });
  return changed!;
}

/** @throws UserErrors STALE_REVISION */
export function requireRevision(row: ItemVersionRow, revision: number): void {
  if (row.revision === revision) return;
  throw userError<ItemErrorCode>(
    'STALE_REVISION',
    `Version ${row.version} of ${row.itemCode} was changed: it is at revision ${row.revision}, and you saw ${revision}. Look at it again, and send the new revision.`,
    ['revision'],
  );
}

/** The version of a locked item that is a draft or in review; undefined when there is none. */
export async function openVersionOf(tx: Db, item: string): Promise<ItemVersionRow | undefined> {
  const [row] = await tx
    .select()
    .from(itemVersions)
    .where(and(eq(itemVersions.itemCode, item), inArray(itemVersions.state, ['DRAFT', 'IN_REVIEW'])));
  return row;
}

/** The number of the next version of a locked item. */
export async function nextVersionOf(tx: Db, item: string): Promise<number> {
  const [row] = await tx
    .select({ newest: max(itemVersions.version) })
    .from(itemVersions)
    .where(eq(itemVersions.itemCode, item));
  return (row!.newest ?? 0) + 1;
}

/** What is written down beside what the row says. */
interface EventDetails {
  official: Official;
  action: ItemVersionEventRow['action'];
  from: ItemVersionEventRow['from'];
  now: Date;
  reason?: string | null;
}

export async function addEvent(
  tx: Db,
  { itemCode, version, state }: ItemVersionRow,
  { official, action, from, now, reason = null }: EventDetails,
): Promise<void> {
  const { client, user } = official;
  await tx
    .insert(itemVersionEvents)
    .values({ itemCode, version, at: now.toISOString(), action, from, to: state, client, user, reason });
}
