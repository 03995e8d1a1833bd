import { normaliseName } from '@yiwang/codes';
import { type Db, userError } from '@yiwang/subgraph-kit';
import type { CasePrincipal } from '@yiwang/subgraph-kit/cases';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { LandCaseErrorCode } from '../generated/types.ts';
import { type RealEstateUnitRow, realEstateUnits } from '../tables.ts';
import {
  cases,
  type LandCaseRow,
  type RegistrationForm,
  unitHoldEvents,
  unitHolderEvents,
  unitHolds,
} from './case-tables.ts';

/** States in which a registration is under way: see the index cases_open_unit. */
const OPEN = ['SUBMITTED', 'RETURNED', 'ACCEPTED', 'UNDER_REVIEW', 'SUSPENDED'] as const;

/** Who holds a unit, or acquires it. */
export interface Holder {
  uscc: string | null;
  name: string | null;
}

/**
 * Locks a unit until the end of the transaction: whatever is held or registered of it waits for each other. Every command locks its case
 * before a unit, so that none waits for another in a circle.
 *
 * @throws UserErrors UNKNOWN_UNIT
 */
export async function lockUnit(tx: Db, code: string, path: string[]): Promise<RealEstateUnitRow> {
  const row = await lockUnitIfAny(tx, code);
  if (row) return row;
  throw userError<LandCaseErrorCode>('UNKNOWN_UNIT', `The register holds no real-estate unit ${code}.`, path);
}

/** As {@link lockUnit}; null when the register does not hold the unit. */
export async function lockUnitIfAny(tx: Db, code: string): Promise<RealEstateUnitRow | null> {
  const [row] = await tx
    .select()
    .from(realEstateUnits)
    .where(eq(realEstateUnits.code, code))
    .for('no key update');
  return row ?? null;
}

/**
 * Checks that nobody else holds a unit, whose row must be locked, or registers it.
 *
 * @param isNew true when a case is to be filed: then not even the caller's own may be under way
 * @returns the hold of the caller for the reference; null when there is none
 * @throws UserErrors UNIT_HELD
 */
export async function requireFree(
  tx: Db,
  { client }: CasePrincipal,
  unit: string,
  reference: string,
  path: string[],
  isNew = false,
): Promise<typeof unitHolds.$inferSelect | null> {
  const [hold] = await tx.select().from(unitHolds).where(eq(unitHolds.unit, unit));
  const [open] = await tx
    .select({ reference: cases.reference, filedThrough: cases.filedThrough })
    .from(cases)
    .where(and(eq(cases.unit, unit), inArray(cases.state, OPEN)));
  const isOwn = (other: { client: string | null; reference: string | null }) =>
    other.client === client && other.reference === reference;
  if (hold && !isOwn(hold)) throw held(unit, path);
  const isOther = (one: NonNullable<typeof open>) =>
    !isOwn({ client: one.filedThrough, reference: one.reference });
  if (open && (isNew || isOther(open))) throw held(unit, path);
  return hold ?? null;
}

/** The error for a unit that another application is at; it does not say which. */
export function held(unit: string, path: string[]) {
  return userError<LandCaseErrorCode>(
    'UNIT_HELD',
    `Another application holds or registers ${unit}: wait until it has ended.`,
    path,
  );
}

/**
 * Checks that the one who is said to hold a unit does, and that it is not the one who acquires it.
 *
 * @throws UserErrors NOT_HOLDER, ALREADY_HOLDER
 */
export function requireHolder(
  unit: RealEstateUnitRow,
  { holderBefore }: Pick<RegistrationForm, 'holderBefore'>,
  acquirer: Holder,
  path: string[],
): void {
  const { holderUscc, holderName } = unit;
  const isFree = holderUscc === null && holderName === null;
  const isRight = isFree ? holderBefore === null : holderBefore !== null && isHolder(unit, holderBefore);
  if (!isRight) {
    throw userError<LandCaseErrorCode>(
      'NOT_HOLDER',
      `${holderBefore ?? 'Nobody'} is not who holds ${unit.code} by the register: name the holder, who must consent, by its USCC or name.`,
      path,
    );
  }
  if (!isFree && isHolder(unit, acquirer.uscc ?? acquirer.name!)) {
    throw userError<LandCaseErrorCode>('ALREADY_HOLDER', `The applicant holds ${unit.code} already.`, path);
  }
}

/** Whether a holder, by its USCC or else its name, is the one of a unit: a name alone does not stand for an enterprise whose code is registered. */
function isHolder({ holderUscc, holderName }: RealEstateUnitRow, holder: string): boolean {
  if (holderUscc !== null) return holder === holderUscc;
  return holderName !== null && normaliseName(holder) === normaliseName(holderName);
}

/** Makes the applicant of a case the holder of its unit, whose row must be locked, and ends the hold. */
export async function registerHolder(
  tx: Db,
  caller: CasePrincipal,
  row: LandCaseRow,
  unit: RealEstateUnitRow,
  { name, uscc }: Holder,
  { at, day }: { at: string; day: string },
): Promise<void> {
  await tx
    .update(realEstateUnits)
    .set({ holderUscc: uscc, holderName: name, registeredOn: day, source: 'GRAPH' })
    .where(eq(realEstateUnits.code, unit.code));
  await tx.insert(unitHolderEvents).values({
    at,
    action: 'REGISTER',
    unit: unit.code,
    caseNumber: row.number,
    client: caller.client,
    user: caller.user,
    beforeUscc: unit.holderUscc,
    beforeName: unit.holderName,
    beforeRegisteredOn: unit.registeredOn,
    beforeSource: unit.source,
    afterUscc: uscc,
    afterName: name,
  });
  const [hold] = await tx.delete(unitHolds).where(eq(unitHolds.unit, unit.code)).returning();
  if (hold) {
    const { reference, holder } = hold;
    await tx.insert(unitHoldEvents).values({
      at,
      action: 'REGISTERED',
      unit: unit.code,
      client: caller.client,
      user: caller.user,
      reference,
      holder,
    });
  }
}

/** The registrations of a unit in the graph that are not voided, first one first. */
export async function standingRegistrations(
  tx: Db,
  unit: string,
): Promise<{ id: number; caseNumber: string }[]> {
  const events = await tx
    .select({
      id: unitHolderEvents.id,
      caseNumber: unitHolderEvents.caseNumber,
      action: unitHolderEvents.action,
    })
    .from(unitHolderEvents)
    .where(eq(unitHolderEvents.unit, unit))
    .orderBy(asc(unitHolderEvents.id));
  const voided = new Set(
    events.filter(({ action }) => action === 'VOID').map(({ caseNumber }) => caseNumber),
  );
  return events.filter(({ action, caseNumber }) => action === 'REGISTER' && !voided.has(caseNumber));
}

/**
 * Gives a unit, whose row must be locked, back to who held it before the registration of a case.
 *
 * @returns number of the case whose registration holds again; null when it was none of the graph
 * @throws UserErrors REGISTERED_SINCE when it has been registered again
 */
export async function restoreHolder(
  tx: Db,
  caller: CasePrincipal,
  { number }: LandCaseRow,
  unit: RealEstateUnitRow,
  { at, reason }: { at: string; reason: string },
): Promise<string | null> {
  const [event] = await tx
    .select()
    .from(unitHolderEvents)
    .where(and(eq(unitHolderEvents.caseNumber, number), eq(unitHolderEvents.action, 'REGISTER')));
  const standing = await standingRegistrations(tx, unit.code);
  if (standing.some(({ id }) => id > event!.id)) {
    throw userError<LandCaseErrorCode>(
      'REGISTERED_SINCE',
      `${unit.code} was registered for another holder since: that registration must be voided first.`,
      ['number'],
    );
  }
  const { beforeUscc, beforeName, beforeRegisteredOn, beforeSource, afterUscc, afterName } = event!;
  await tx
    .update(realEstateUnits)
    .set({
      holderUscc: beforeUscc,
      holderName: beforeName,
      registeredOn: beforeRegisteredOn,
      source: beforeSource,
    })
    .where(eq(realEstateUnits.code, unit.code));
  await tx.insert(unitHolderEvents).values({
    at,
    action: 'VOID',
    unit: unit.code,
    caseNumber: number,
    client: caller.client,
    user: caller.user,
    beforeUscc: afterUscc,
    beforeName: afterName,
    beforeRegisteredOn: unit.registeredOn,
    beforeSource: unit.source,
    afterUscc: beforeUscc,
    afterName: beforeName,
    reason,
  });
  if (beforeSource !== 'GRAPH') return null;
  return standing.findLast(({ id }) => id < event!.id)?.caseNumber ?? null;
}
