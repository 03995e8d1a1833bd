import { dayOf } from '@yiwang/codes/working-days';
import { type Db, userError } from '@yiwang/subgraph-kit';
import { and, count, eq, isNull, sql } from 'drizzle-orm';
import { type EnterpriseRow, enterprises } from '../tables.ts';
import { isOfficial, type Person, type Principal } from './authorize.ts';
import type { MandateModel } from './mandate-models.ts';
import {
  inForce,
  type MandateCode,
  MAX_MANDATES,
  MAX_MANDATES_OF_ENTERPRISE,
  visibleTo,
} from './mandate-rules.ts';
import { type MandateEventRow, mandateEvents, type MandateRow, mandates } from './mandate-tables.ts';

/** Names the locks of persons among advisory locks. Any fixed number will do. */
const PERSON_LOCKS = 7_391_061;

const MANDATE_ID = /^M-\d{4}-\d{8,}$/;

/** Whether a text has the form of a mandate's id. */
export function isMandateId(text: string): boolean {
  return MANDATE_ID.test(text);
}

/**
 * Locks an enterprise until the end of the transaction: commands on its mandates wait for each other. Every command locks an
 * enterprise before it locks a person, so that none waits for another in a circle.
 *
 * @returns null when the register does not hold it
 */
export async function lockEnterprise(
  tx: Db,
  uscc: string,
): Promise<Pick<EnterpriseRow, 'uscc' | 'status'> | null> {
  const [row] = await tx
    .select({ uscc: enterprises.uscc, status: enterprises.status })
    .from(enterprises)
    .where(eq(enterprises.uscc, uscc))
    .for('no key update');
  return row ?? null;
}

/** The mandate of the legal representative that is registered, locked. Null when there is none. */
export async function lockRepresentative(tx: Db, uscc: string): Promise<MandateRow | null> {
  const [row] = await tx
    .select()
    .from(mandates)
    .where(
      and(eq(mandates.uscc, uscc), eq(mandates.kind, 'LEGAL_REPRESENTATIVE'), isNull(mandates.revokedAt)),
    )
    .for('update');
  return row ?? null;
}

/**
 * Locks a person until the end of the transaction, and checks that it may have one more mandate.
 *
 * @throws UserErrors TOO_MANY_MANDATES
 */
export async function requireRoom(tx: Db, person: string, uscc: string, now: Date): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${PERSON_LOCKS}, hashtext(${person}))`);
  const [held] = await tx
    .select({
      all: count(),
      ofEnterprise: sql<number>`count(*) filter (where ${mandates.uscc} = ${uscc})::int`,
    })
    .from(mandates)
    .innerJoin(enterprises, eq(enterprises.uscc, mandates.uscc))
    .where(and(eq(mandates.person, person), inForce(dayOf(now))));
  if (held!.all < MAX_MANDATES && held!.ofEnterprise < MAX_MANDATES_OF_ENTERPRISE) return;
  throw userError<MandateCode>(
    'TOO_MANY_MANDATES',
    `A person may have ${MAX_MANDATES_OF_ENTERPRISE} mandates in force for one enterprise, and ${MAX_MANDATES} in all: some must end first.`,
    ['input', 'person'],
  );
}

/**
 * Inserts a mandate that begins today, and records who gave it.
 *
 * @param principal the legal representative, or the official who registers one
 * @returns its id
 */
export async function insertMandate(
  tx: Db,
  principal: Principal,
  now: Date,
  mandate: Pick<MandateRow, 'kind' | 'uscc' | 'person' | 'items' | 'until'>,
  reason: string | null,
): Promise<string> {
  const [row] = await tx
    .insert(mandates)
    .values({
      ...mandate,
      from: dayOf(now),
      givenAt: now.toISOString(),
      givenBy: principal.user,
      source: 'GRAPH',
    })
    .returning({ id: mandates.id, sequence: mandates.sequence });
  const isAgent = mandate.kind === 'AGENT';
  await addEvent(tx, principal, now, {
    mandate: row!.sequence,
    action: isAgent ? 'GIVE' : 'REGISTER',
    as: isAgent ? 'LEGAL_REPRESENTATIVE' : 'OFFICIAL',
    reason,
  });
  return row!.id;
}

/** Ends a mandate, whose row must be locked, and records who ended it. */
export async function endMandate(
  tx: Db,
  principal: Principal,
  now: Date,
  { sequence, version }: MandateRow,
  end: Pick<MandateEventRow, 'action' | 'as' | 'reason'>,
): Promise<void> {
  await tx
    .update(mandates)
    .set({
      revokedAt: now.toISOString(),
      revokedBy: principal.user,
      revokedAs: end.as,
      reason: end.reason,
      version: version + 1,
    })
    .where(eq(mandates.sequence, sequence));
  await addEvent(tx, principal, now, { mandate: sequence, ...end });
}

async function addEvent(
  tx: Db,
  { client, user }: Principal,
  now: Date,
  event: Pick<MandateEventRow, 'mandate' | 'action' | 'as' | 'reason'>,
): Promise<void> {
  await tx.insert(mandateEvents).values({ ...event, at: now.toISOString(), client, user });
}

/** A mandate, if the principal may see it; null as well when there is none. */
export async function readVisible(tx: Db, principal: Principal, id: string): Promise<MandateModel | null> {
  const [row] = await selectVisible(tx, principal, id);
  return row ?? null;
}

/** As {@link readVisible}, and locks the row. */
export async function lockVisible(tx: Db, principal: Principal, id: string): Promise<MandateModel | null> {
  const [row] = await selectVisible(tx, principal, id).for('update', { of: mandates });
  return row ?? null;
}

function selectVisible(tx: Db, principal: Principal, id: string) {
  const visible = isOfficial(principal) ? undefined : visibleTo((principal as Person).user);
  return tx
    .select()
    .from(mandates)
    .where(and(eq(mandates.id, id), visible));
}
