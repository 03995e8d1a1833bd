import { dayOf } from '@yiwang/codes/working-days';
import { checkText, type Db, userError } from '@yiwang/subgraph-kit';
import { and, eq, ne, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { DeedTaxInput, TaxErrorCode } from '../generated/types.ts';
import { declarations, taxpayers } from '../tables.ts';
import { type CasePrincipal, requireMatters } from '@yiwang/subgraph-kit/cases';
import {
  checkHolder,
  checkLandUse,
  checkPrice,
  checkReference,
  MAX_REASON_CHARACTERS,
} from './check-input.ts';
import { type DeedTaxRow, deedTaxes, voidedDeedTaxes } from './matter-tables.ts';
import { DEED_LOCKS, lockKey, once } from './once.ts';

export interface DeedTaxAssessment {
  input: DeedTaxInput;
  idempotencyKey: string;
}

export interface DeedTaxVoiding {
  unit: string;
  reference: string;
  reason: string;
  idempotencyKey: string;
}

/** What an idempotency key keeps of a command that undoes something. */
const [UNDONE, NOTHING] = ['UNDONE', 'NOTHING'];

/**
 * Assess deed taxes for matters, and undo it. Each is decided in one transaction, and throws UserErrors, or PublicError FORBIDDEN.
 *
 * @param rate share of the price, such as 0.03
 */
export function createDeedTaxCommands(db: PostgresJsDatabase, clock: () => Date, rate: string) {
  return {
    assess(caller: CasePrincipal, { input, idempotencyKey }: DeedTaxAssessment): Promise<DeedTaxRow> {
      requireMatters(caller);
      const command = { caller, name: 'assessDeedTax', key: idempotencyKey, input, now: clock() };
      return once(
        db,
        command,
        (tx, now) => assess(tx, caller, input, now),
        async (tx, id) => {
          const [row] = await tx.select().from(deedTaxes).where(eq(deedTaxes.id, id));
          if (!row) throw voided(input);
          return row;
        },
      );
    },

    /** @returns whether there was something to undo */
    void(caller: CasePrincipal, { idempotencyKey, ...input }: DeedTaxVoiding): Promise<boolean> {
      requireMatters(caller);
      const command = { caller, name: 'voidDeedTax', key: idempotencyKey, input, now: clock() };
      return once(
        db,
        command,
        async (tx, now) => ((await voidDeedTax(tx, caller, input, now)) ? UNDONE! : NOTHING!),
        (_tx, result) => Promise.resolve(result === UNDONE),
      );
    },
  };

  async function assess(tx: Db, caller: CasePrincipal, input: DeedTaxInput, now: Date): Promise<string> {
    const { unit } = input;
    const { holder, uscc } = checkHolder(input.holder);
    const priceCny = checkPrice(input.priceCny);
    const landUse = checkLandUse(input.landUse);
    const reference = checkReference(input.reference, ['input', 'reference']);
    await lockKey(tx, DEED_LOCKS, unit);
    const isIt = assessedFor(caller, unit, reference);
    const [before] = await tx
      .select({
        id: deedTaxes.id,
        holder: deedTaxes.holder,
        landUse: deedTaxes.landUse,
        isPrice: sql<boolean>`${deedTaxes.priceCny} = ${priceCny}::numeric`,
      })
      .from(deedTaxes)
      .where(isIt);
    if (before) {
      if (before.holder === holder && before.landUse === landUse && before.isPrice) return before.id;
      throw userError<TaxErrorCode>(
        'ALREADY_ASSESSED',
        `A deed tax on ${unit} was assessed for ${reference} already, with other input: void it first.`,
        ['input', 'reference'],
      );
    }
    const [earlier] = await tx
      .select({ id: voidedDeedTaxes.id })
      .from(voidedDeedTaxes)
      .where(
        and(
          eq(voidedDeedTaxes.reference, reference),
          eq(voidedDeedTaxes.unit, unit),
          eq(voidedDeedTaxes.client, caller.client),
        ),
      )
      .limit(1);
    if (earlier) throw voided(input);
    const taxpayerNo = uscc === null ? null : await lockTaxpayer(tx, uscc);
    const filedOn = dayOf(now);
    const [row] = await tx
      .insert(deedTaxes)
      .values({
        unit,
        holder,
        taxpayerNo,
        priceCny,
        rate,
        taxCny: sql`round(${priceCny}::numeric * ${rate}::numeric, 2)`,
        landUse,
        filedOn,
        at: now.toISOString(),
        client: caller.client,
        reference,
      })
      .returning({ id: deedTaxes.id });
    if (taxpayerNo !== null) await declare(tx, taxpayerNo, filedOn);
    return row!.id;
  }
}

async function voidDeedTax(
  tx: Db,
  caller: CasePrincipal,
  { unit, ...input }: Omit<DeedTaxVoiding, 'idempotencyKey'>,
  now: Date,
): Promise<boolean> {
  const reference = checkReference(input.reference, ['reference']);
  const reason = checkText(input.reason, MAX_REASON_CHARACTERS, ['reason']);
  await lockKey(tx, DEED_LOCKS, unit);
  const isIt = assessedFor(caller, unit, reference);
  const [found] = await tx
    .select({ taxpayerNo: deedTaxes.taxpayerNo, filedOn: deedTaxes.filedOn, row: sql`to_jsonb(deed_taxes)` })
    .from(deedTaxes)
    .where(isIt);
  if (found) {
    const { taxpayerNo, filedOn } = found;
    if (taxpayerNo !== null)
      await tx
        .select({ no: taxpayers.no })
        .from(taxpayers)
        .where(eq(taxpayers.no, taxpayerNo))
        .for('no key update');
    await tx.delete(deedTaxes).where(isIt);
    if (taxpayerNo !== null) await declare(tx, taxpayerNo, filedOn);
  }
  await tx.insert(voidedDeedTaxes).values({
    at: now.toISOString(),
    client: caller.client,
    user: caller.user,
    unit,
    reference,
    reason,
    removed: found ? { deed_taxes: found.row } : null,
  });
  return found !== undefined;
}

/**
 * Makes the declaration of a day what the deed taxes of that day add up to, and removes it when there are none. Whoever calls it has
 * locked the taxpayer. Deed taxes are declared here alone, so that the day has no declaration from elsewhere.
 */
async function declare(tx: Db, taxpayerNo: number, filedOn: string): Promise<void> {
  await tx
    .delete(declarations)
    .where(
      and(
        eq(declarations.taxpayerNo, taxpayerNo),
        eq(declarations.endsOn, filedOn),
        eq(declarations.filingPeriod, 'EACH_TIME'),
        eq(declarations.kind, 'DEED_TAX'),
        ne(declarations.source, 'REGISTER'),
      ),
    );
  await tx.execute(sql`
    insert into declarations (taxpayer_no, ends_on, filing_period, kind, filed_on, source, taxable_cny, tax_cny)
    select taxpayer_no, filed_on, 'EACH_TIME', 'DEED_TAX', filed_on, 'GRAPH', sum(price_cny), sum(tax_cny)
    from deed_taxes where taxpayer_no = ${taxpayerNo} and filed_on = ${filedOn} group by taxpayer_no, filed_on`);
}

/**
 * Locks a taxpayer until the end of the transaction: deed taxes of one taxpayer are assessed one after the other.
 *
 * @throws UserErrors UNKNOWN_TAXPAYER
 */
async function lockTaxpayer(tx: Db, uscc: string): Promise<number> {
  const [row] = await tx
    .select({ no: taxpayers.no })
    .from(taxpayers)
    .where(eq(taxpayers.id, uscc))
    .for('no key update');
  if (row) return row.no;
  throw userError<TaxErrorCode>('UNKNOWN_TAXPAYER', `Tax knows no taxpayer ${uscc}: register it first.`, [
    'input',
    'holder',
  ]);
}

function assessedFor({ client }: CasePrincipal, unit: string, reference: string) {
  return and(eq(deedTaxes.reference, reference), eq(deedTaxes.unit, unit), eq(deedTaxes.client, client));
}

function voided({ unit, reference }: DeedTaxInput) {
  return userError<TaxErrorCode>(
    'VOIDED',
    `The deed tax on ${unit} for ${reference} was voided: have it assessed for another reference.`,
    ['input', 'reference'],
  );
}
