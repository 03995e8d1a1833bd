import type { Purpose } from '@yiwang/identity';
import type { Db } from '@yiwang/subgraph-kit';
import type { GatewayClient } from '@yiwang/subgraph-kit/prefill';
import { eq, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { z } from 'zod';
import { NAME } from '../department.ts';
import { itemVersions } from '../items/item-tables.ts';
import { readList } from './check-entitlement.ts';
import { offerFeeds } from './offer-tables.ts';
import { BASIS } from './run-offers.ts';

/** The root fields by which departments tell which enterprises have changed. */
export const FEEDS = ['changedEnterprises', 'changedTaxpayers'] as const;
type Feed = (typeof FEEDS)[number];

/** By whom runs are started that a change causes. */
const BY_CHANGE = 'change';
/** Changes that are read at once. */
const PAGE = 100;
const TIMEOUT_MS = 10_000;

const changesShape = z.array(z.object({ id: z.string(), uscc: z.string() }));

interface FollowChangesOptions {
  db: PostgresJsDatabase;
  client: GatewayClient;
  now: () => Date;
  /** Called when runs were started. */
  onRuns: () => void;
}

/**
 * Reads which enterprises have changed at one department, and starts a run for each of them and each item that says who is entitled. The
 * runs and the position behind the changes are one transaction: whoever is killed leaves the changes to the next.
 *
 * @returns whether there may be more at once
 * @throws Error when the department, or the gateway, does not tell
 */
export async function followChanges(options: FollowChangesOptions, feed: Feed): Promise<boolean> {
  const { db, client, now, onRuns } = options;
  const [row] = await db
    .select({ after: offerFeeds.after })
    .from(offerFeeds)
    .where(eq(offerFeeds.feed, feed));
  const after = row?.after ?? null;
  const changes = await readChanges(client, feed, after);
  if (changes.length === 0) return false;
  const usccs = [...new Set(changes.map(({ uscc }) => uscc))];
  const started = await db.transaction(async (tx) => {
    if (!(await movePosition(tx, feed, after, changes.at(-1)!.id))) return 0;
    return startRuns(tx, usccs, now());
  });
  if (started > 0) onRuns();
  return changes.length === PAGE;
}

async function readChanges(client: GatewayClient, feed: Feed, after: string | null) {
  const document = `query Changes($after: ID, $first: Int!) { ${feed}(after: $after, first: $first) { id uscc } }`;
  const purpose: Purpose = { basis: BASIS, caseNumber: '免申即享', requester: NAME };
  const { data, errors } = await client.ask(
    document,
    { after, first: PAGE },
    { purpose, timeoutMs: TIMEOUT_MS },
  );
  const [error] = errors;
  if (error) throw new Error(`${feed}: ${error.extensions.code}: ${error.message}`);
  return changesShape.parse(data?.[feed]);
}

/** False when another process has read them meanwhile. */
async function movePosition(tx: Db, feed: Feed, before: string | null, after: string): Promise<boolean> {
  const rows =
    before === null
      ? await tx.insert(offerFeeds).values({ feed, after }).onConflictDoNothing().returning()
      : await tx
          .update(offerFeeds)
          .set({ after })
          .where(sql`${offerFeeds.feed} = ${feed} and ${offerFeeds.after} = ${before}`)
          .returning();
  return rows.length > 0;
}

/** What is done in the transaction that changes something of an enterprise here. */
export type LookAgain = (tx: Db, uscc: string) => Promise<void>;

/** Starts the runs for an enterprise of which something changes in this department: its own changes need not be asked for. */
export function createLookAgain(now: () => Date): LookAgain {
  return async (tx, uscc) => void (await startRuns(tx, [uscc], now()));
}

/**
 * Starts a run for each enterprise and each item whose document can be asked for one. Where one waits already that has not begun to read, it
 * is enough: one that a process has in hand is locked, and may have read before the change.
 *
 * @returns how many were started
 */
async function startRuns(tx: Db, usccs: readonly string[], now: Date): Promise<number> {
  const items = await entitledItems(tx);
  if (items.length === 0) return 0;
  const rows = await tx.execute(sql`
    with wanted as (
      select item.code, item.version, one.uscc
      from unnest(${sql.param(items.map(({ code }) => code))}::text[], ${sql.param(items.map(({ version }) => version))}::int[]) as item(code, version)
        cross join unnest(${sql.param([...usccs])}::text[]) as one(uscc)
    ), waiting as (
      select item_code, version, uscc from offer_runs
      where state = 'RUNNING' and uscc = any(${sql.param([...usccs])}::text[])
      for update skip locked
    )
    insert into offer_runs (item_code, version, uscc, started_by, started_at, state)
    select code, wanted.version, wanted.uscc, ${BY_CHANGE}, ${now.toISOString()}::timestamptz, 'RUNNING' from wanted
    where not exists (
      select from waiting where waiting.item_code = code and waiting.version = wanted.version and waiting.uscc = wanted.uscc)
    order by wanted.uscc, code
    returning id`);
  return rows.length;
}

async function entitledItems(tx: Db): Promise<{ code: string; version: number }[]> {
  const rows = await tx
    .select({
      code: itemVersions.itemCode,
      version: itemVersions.version,
      entitlement: itemVersions.entitlement,
    })
    .from(itemVersions)
    .where(sql`${itemVersions.state} = 'PUBLISHED' and ${itemVersions.entitlement} is not null`);
  return rows.filter(({ entitlement }) => {
    const list = readList(entitlement!.document);
    return typeof list !== 'string' && list.variables.has('usccs');
  });
}
