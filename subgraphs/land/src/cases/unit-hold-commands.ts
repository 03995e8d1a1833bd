import {
  checkOptionalText,
  type Db,
  keepRejection,
  type KeyedCommand,
  runOnce,
  userError,
} from '@yiwang/subgraph-kit';
import { type CasePrincipal, requireMatters } from '@yiwang/subgraph-kit/cases';
import { and, eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { LandCaseErrorCode, UnitHoldInput } from '../generated/types.ts';
import { idempotencyKeys, unitHoldEvents, unitHolds } from './case-tables.ts';
import { checkHolder, checkReference, MAX_REASON_CHARACTERS } from './check-input.ts';
import { held, lockUnit, lockUnitIfAny, requireFree } from './units.ts';

/** A unit that is held. */
export interface UnitHoldModel {
  unit: string;
  reference: string;
  holder: string;
  /** ISO 8601. */
  at: string;
}

export interface Holding {
  input: UnitHoldInput;
  idempotencyKey: string;
}

export interface Release {
  unit: string;
  reference: string;
  reason?: string | null | undefined;
  idempotencyKey: string;
}

/** Keep units for applications. Each is decided in one transaction, and throws UserErrors, or PublicError FORBIDDEN. */
export function createUnitHoldCommands(db: PostgresJsDatabase, clock: () => Date) {
  return {
    hold(caller: CasePrincipal, { input, idempotencyKey }: Holding): Promise<UnitHoldModel> {
      requireMatters(caller);
      const command = { caller, name: 'holdRealEstateUnit', key: idempotencyKey, input, now: clock() };
      return once<UnitHoldModel>(command, (tx) => hold(tx, caller, input, command.now.toISOString()));
    },

    /** @returns whether there was something to release */
    release(caller: CasePrincipal, { idempotencyKey, ...input }: Release): Promise<boolean> {
      requireMatters(caller);
      const command = { caller, name: 'releaseRealEstateUnit', key: idempotencyKey, input, now: clock() };
      return once<boolean>(command, (tx) => release(tx, caller, input, command.now.toISOString()));
    },
  };

  /** What came of it the first time, whatever has happened since. */
  function once<Result>(command: KeyedCommand, work: (tx: Db) => Promise<Result>): Promise<Result> {
    return keepRejection(db, idempotencyKeys, command, () =>
      db.transaction(async (tx) => {
        const run = async () => JSON.stringify(await work(tx));
        const { result } = await runOnce(tx, idempotencyKeys, command, run);
        return JSON.parse(result) as Result;
      }),
    );
  }
}

async function hold(
  tx: Db,
  caller: CasePrincipal,
  { unit, ...input }: UnitHoldInput,
  at: string,
): Promise<UnitHoldModel> {
  const { client, user } = caller;
  const reference = checkReference(input.reference, ['input', 'reference']);
  const holder = checkHolder(input.holder, ['input', 'holder']);
  const path = ['input', 'unit'];
  await lockUnit(tx, unit, path);
  const before = await requireFree(tx, caller, unit, reference, path);
  if (before) {
    if (before.holder !== holder) throw held(unit, path);
    return { unit, reference, holder, at: new Date(before.at).toISOString() };
  }
  const [released] = await tx
    .select({ id: unitHoldEvents.id })
    .from(unitHoldEvents)
    .where(
      and(
        eq(unitHoldEvents.reference, reference),
        eq(unitHoldEvents.unit, unit),
        eq(unitHoldEvents.client, client),
        eq(unitHoldEvents.action, 'RELEASE'),
      ),
    )
    .limit(1);
  if (released) {
    throw userError<LandCaseErrorCode>(
      'RELEASED',
      `${unit} was released for ${reference}: hold it for another reference.`,
      ['input', 'reference'],
    );
  }
  await tx.insert(unitHolds).values({ unit, client, reference, holder, at });
  await tx.insert(unitHoldEvents).values({ at, action: 'HOLD', unit, client, user, reference, holder });
  return { unit, reference, holder, at };
}

async function release(
  tx: Db,
  caller: CasePrincipal,
  { unit, ...input }: Omit<Release, 'idempotencyKey'>,
  at: string,
): Promise<boolean> {
  const { client, user } = caller;
  const reference = checkReference(input.reference, ['reference']);
  const reason = checkOptionalText(input.reason, MAX_REASON_CHARACTERS, ['reason']);
  // One that the register does not hold was never held either.
  await lockUnitIfAny(tx, unit);
  const [row] = await tx
    .delete(unitHolds)
    .where(and(eq(unitHolds.unit, unit), eq(unitHolds.client, client), eq(unitHolds.reference, reference)))
    .returning();
  await tx.insert(unitHoldEvents).values({
    at,
    action: 'RELEASE',
    unit,
    client,
    user,
    reference,
    holder: row?.holder ?? null,
    reason,
  });
  return row !== undefined;
}
