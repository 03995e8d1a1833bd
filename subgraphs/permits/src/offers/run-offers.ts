import { dayOf } from '@yiwang/codes/working-days';
import type { Db } from '@yiwang/subgraph-kit';
import type { GatewayClient } from '@yiwang/subgraph-kit/prefill';
import { and, asc, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { NAME } from '../department.ts';
import { itemVersions } from '../items/item-tables.ts';
import { serviceItems } from '../tables.ts';
import type { CompiledEntitlement, Entitlements } from './compile-entitlement.ts';
import type { OfferRunRow } from './offer-tables.ts';
import { offerRuns } from './offer-tables.ts';
import { type Candidate, DeniedError, LostCursorError, readCandidates } from './read-candidates.ts';

export interface OfferRunOptions {
  db: PostgresJsDatabase;
  client: GatewayClient;
  entitlements: Entitlements;
  now: () => Date;
}

/** 国办发: services are brought to those who are entitled, without an application. */
export const BASIS = '关于进一步优化政务服务提升行政效能推动“高效办成一件事”的指导意见 (国发〔2024〕3号)';
/** A page that cannot be read is tried again after this time, and a run is given up after so many tries: a night. */
const RETRY_MS = 60_000;
const MAX_TRIES = 500;
const MAX_DENIALS = 20;
const MAX_MESSAGE_CHARACTERS = 500;

/**
 * Takes one page of one run further, in a transaction that also moves the run's cursor: whoever is killed leaves the page to the next.
 *
 * @returns whether there may be more to do now
 */
export function takePage({ db, client, entitlements, now }: OfferRunOptions): Promise<boolean> {
  return db.transaction(async (tx) => {
    const at = now();
    const [run] = await tx
      .select()
      .from(offerRuns)
      .where(
        and(
          eq(offerRuns.state, sql`'RUNNING'`),
          or(
            isNull(offerRuns.triedAt),
            lt(offerRuns.triedAt, new Date(at.getTime() - RETRY_MS).toISOString()),
          ),
        ),
      )
      .orderBy(asc(offerRuns.id))
      .limit(1)
      .for('update', { skipLocked: true });
    if (!run) return false;
    const found = await findEntitlement(tx, run);
    if (found === null) {
      return end(tx, run, at, {
        state: 'FAILED',
        error: 'The version of the item is not the published one any more.',
      });
    }
    const compiled = await entitlements.compile(found.entitlement);
    if (Array.isArray(compiled)) {
      const [{ code, message }] = compiled as [(typeof compiled)[number]];
      if (code === 'GATEWAY_UNAVAILABLE') return retry(tx, run, at, message);
      return end(tx, run, at, { state: 'FAILED', error: message });
    }
    try {
      const place = { region: found.region, uscc: run.uscc, cursor: run.cursor };
      const purpose = { basis: BASIS, caseNumber: `${run.itemCode}/${run.id}`, requester: NAME };
      const { candidates, next } = await readCandidates(client, compiled, place, purpose);
      return await writePage(tx, run, compiled, candidates, next, at);
    } catch (error) {
      const { message } = error as Error;
      if (error instanceof DeniedError) {
        const denials = merged(run.denials, [message]);
        return end(tx, run, at, { state: 'FAILED', error: message, denials });
      }
      // From the beginning: who was offered it already is offered nothing twice.
      if (error instanceof LostCursorError && run.cursor !== null) {
        await tx.update(offerRuns).set({ cursor: null }).where(eq(offerRuns.id, run.id));
        return true;
      }
      if (isOfDatabase(error)) throw error;
      return retry(tx, run, at, message);
    }
  });
}

async function findEntitlement(tx: Db, { itemCode, version }: OfferRunRow) {
  const [row] = await tx
    .select({ entitlement: itemVersions.entitlement, region: serviceItems.regionCode })
    .from(itemVersions)
    .innerJoin(serviceItems, eq(serviceItems.code, itemVersions.itemCode))
    .where(
      and(
        eq(itemVersions.itemCode, itemCode),
        eq(itemVersions.version, version),
        eq(itemVersions.state, 'PUBLISHED'),
      ),
    );
  const { entitlement = null, region = null } = row ?? {};
  return entitlement === null || region === null ? null : { entitlement, region };
}

async function writePage(
  tx: Db,
  run: OfferRunRow,
  { validDays, evidence }: CompiledEntitlement,
  candidates: readonly Candidate[],
  next: string | null,
  at: Date,
): Promise<boolean> {
  const denied = candidates.filter(({ denial }) => denial !== null);
  const entitled = new Map(
    candidates.flatMap(({ uscc, entitledBy }) =>
      uscc === null || entitledBy === null ? [] : [[uscc, entitledBy]],
    ),
  );
  const offered = await offer(tx, run, entitled, {
    validUntil: dayOf(new Date(at.getTime() + validDays * DAY_MS)),
    evidence: JSON.stringify(evidence.map((one) => ({ ...one, readAt: at.toISOString() }))),
    at: at.toISOString(),
  });
  await keep(tx, run, denied);
  const counts = {
    pages: run.pages + 1,
    read: run.read + candidates.length,
    entitled: run.entitled + entitled.size,
    offered: run.offered + offered,
    denied: run.denied + denied.length,
    denials: merged(
      run.denials,
      denied.map(({ denial }) => denial!),
    ),
    isBlind: run.isBlind || denied.some(({ uscc }) => uscc === null),
    ...{ tries: 0, triedAt: null, error: null },
  };
  if (next !== null) {
    await tx
      .update(offerRuns)
      .set({ ...counts, cursor: next })
      .where(eq(offerRuns.id, run.id));
    return true;
  }
  const withdrawn = counts.isBlind ? 0 : await withdraw(tx, run, at);
  return end(tx, run, at, { ...counts, withdrawn, state: 'FINISHED' });
}

const DAY_MS = 86_400_000;

/**
 * Makes the offers of a page. One that was withdrawn is made again; one that was answered, or has expired, is not.
 *
 * @returns how many were made
 */
async function offer(
  tx: Db,
  { id, itemCode, version }: OfferRunRow,
  entitled: ReadonlyMap<string, number>,
  { validUntil, evidence, at }: { validUntil: string; evidence: string; at: string },
): Promise<number> {
  if (entitled.size === 0) return 0;
  const rows = await tx.execute<{ isNew: boolean }>(sql`
    with found as (
      select * from unnest(${sql.param([...entitled.keys()])}::text[], ${sql.param([...entitled.values()])}::int[]) as one(uscc, entitled_by)
    ), renewed as (
      update offers set run_id = greatest(offers.run_id, ${id}::bigint), evidence = ${evidence}::jsonb, entitled_by = found.entitled_by,
        state = 'OFFERED', revision = offers.revision + (offers.state = 'WITHDRAWN')::int,
        made_at = case offers.state when 'WITHDRAWN' then ${at}::timestamptz else offers.made_at end,
        changed_at = case offers.state when 'WITHDRAWN' then ${at}::timestamptz else offers.changed_at end,
        valid_until = case offers.state when 'WITHDRAWN' then ${validUntil}::date else offers.valid_until end
      from found, offers as before
      where offers.uscc = found.uscc and offers.item_code = ${itemCode} and offers.version = ${version}
        and offers.state in ('OFFERED', 'WITHDRAWN') and before.id = offers.id
      returning before.state = 'WITHDRAWN' as "isNew"
    ), made as (
      insert into offers (id, item_code, version, uscc, state, revision, made_at, valid_until, evidence, entitled_by, run_id, changed_at)
      select 'OF-' || left(${dayOf(new Date(at))}, 4) || '-' || lpad(nextval('offer_numbers')::text, 8, '0'), ${itemCode}, ${version}, uscc,
        'OFFERED', 1, ${at}::timestamptz, ${validUntil}::date, ${evidence}::jsonb, entitled_by, ${id}::bigint, ${at}::timestamptz
      from found where not exists (
        select from offers where offers.uscc = found.uscc and offers.item_code = ${itemCode} and offers.version = ${version})
      on conflict do nothing returning true as "isNew"
    )
    select "isNew" from renewed union all select "isNew" from made`);
  return [...rows].filter(({ isNew }) => isNew).length;
}

/** Keeps the open offers of those of whom something could not be read: nobody knows whether they are entitled still. */
async function keep(tx: Db, { id, itemCode }: OfferRunRow, denied: readonly Candidate[]): Promise<void> {
  const usccs = denied.flatMap(({ uscc }) => uscc ?? []);
  if (usccs.length === 0) return;
  await tx.execute(sql`
    update offers set run_id = greatest(run_id, ${id}::bigint)
    where item_code = ${itemCode} and uscc = any(${sql.param(usccs)}::text[]) and state = 'OFFERED'`);
}

/** Takes back the open offers of those whom the run did not find entitled, and marks those whose day is over. */
async function withdraw(tx: Db, { id, itemCode, uscc }: OfferRunRow, at: Date): Promise<number> {
  const rows = await tx.execute<{ state: string }>(sql`
    update offers set revision = revision + 1, changed_at = ${at.toISOString()}::timestamptz,
      state = case when valid_until < ${dayOf(at)}::date then 'EXPIRED' else 'WITHDRAWN' end
    where item_code = ${itemCode} and state = 'OFFERED'
      and (${uscc}::text is null or uscc = ${uscc})
      and (run_id < ${id}::bigint or valid_until < ${dayOf(at)}::date)
    returning state`);
  return [...rows].filter(({ state }) => state === 'WITHDRAWN').length;
}

async function end(tx: Db, run: OfferRunRow, at: Date, set: Partial<OfferRunRow>): Promise<true> {
  await tx
    .update(offerRuns)
    .set({ ...set, finishedAt: at.toISOString() })
    .where(eq(offerRuns.id, run.id));
  return true;
}

async function retry(tx: Db, run: OfferRunRow, at: Date, message: string): Promise<boolean> {
  const error = message.slice(0, MAX_MESSAGE_CHARACTERS);
  if (run.tries + 1 >= MAX_TRIES) return end(tx, run, at, { state: 'FAILED', error });
  await tx
    .update(offerRuns)
    .set({ tries: run.tries + 1, triedAt: at.toISOString(), error })
    .where(eq(offerRuns.id, run.id));
  return false;
}

function merged(before: readonly string[], messages: readonly string[]): string[] {
  const all = [...before, ...messages.map((one) => one.slice(0, MAX_MESSAGE_CHARACTERS))];
  return [...new Set(all)].slice(0, MAX_DENIALS);
}

/** What the database rejects has broken the transaction: nothing more can be written in it. */
function isOfDatabase(error: unknown): boolean {
  return error instanceof Error && ('query' in error || error.name === 'PostgresError');
}
