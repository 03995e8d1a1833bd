import { normaliseName, regionOfUscc, searchForm } from '@yiwang/codes';
import { dayOf } from '@yiwang/codes/working-days';
import { checkText, type Db, userError } from '@yiwang/subgraph-kit';
import { and, eq, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { taxpayerColumns } from '../columns.ts';
import type { TaxErrorCode, TaxpayerInput } from '../generated/types.ts';
import type { TaxpayerModel } from '../models.ts';
import { assessedTaxes, taxAuthorities, taxpayers } from '../tables.ts';
import { registeringOfficeOf } from '../tax-office.ts';
import { taxesOf } from './assessment-rules.ts';
import { type CasePrincipal, requireMatters } from '@yiwang/subgraph-kit/cases';
import { tellEnterpriseChanged } from '@yiwang/subgraph-kit/outbox';
import { checkReference, MAX_NAME_CHARACTERS, MAX_REASON_CHARACTERS } from './check-input.ts';
import { outbox, taxpayerRegistrations, voidedTaxpayers } from './matter-tables.ts';
import { lockKey, once, TAXPAYER_LOCKS } from './once.ts';

export interface TaxpayerRegistration {
  input: TaxpayerInput;
  idempotencyKey: string;
}

export interface TaxpayerVoiding {
  uscc: string;
  reference: string;
  reason: string;
  idempotencyKey: string;
}

/** What an idempotency key keeps of a command that undoes something. */
const [UNDONE, NOTHING] = ['UNDONE', 'NOTHING'];

/** Tables whose rows others made since a taxpayer was registered. */
const USES = ['credit_grades', 'declarations', 'payments', 'arrears', 'invoice_totals'] as const;

/** Register taxpayers for matters, and undo it. Each is decided in one transaction, and throws UserErrors, or PublicError FORBIDDEN. `onChange` is called after each commit. */
export function createTaxpayerCommands(db: PostgresJsDatabase, clock: () => Date, onChange: () => void) {
  return {
    async register(
      caller: CasePrincipal,
      { input, idempotencyKey }: TaxpayerRegistration,
    ): Promise<TaxpayerModel> {
      requireMatters(caller);
      const command = { caller, name: 'registerTaxpayer', key: idempotencyKey, input, now: clock() };
      const taxpayer = await once(
        db,
        command,
        (tx, now) => register(tx, caller, input, now),
        (tx, id) => readRegistered(tx, caller, id, input.reference),
      );
      onChange();
      return taxpayer;
    },

    /** @returns whether there was something to undo */
    async void(caller: CasePrincipal, { idempotencyKey, ...input }: TaxpayerVoiding): Promise<boolean> {
      requireMatters(caller);
      const command = { caller, name: 'voidTaxpayer', key: idempotencyKey, input, now: clock() };
      const isUndone = await once(
        db,
        command,
        async (tx, now) => ((await voidTaxpayer(tx, caller, input, now)) ? UNDONE! : NOTHING!),
        (_tx, result) => Promise.resolve(result === UNDONE),
      );
      onChange();
      return isUndone;
    },
  };
}

async function register(tx: Db, caller: CasePrincipal, input: TaxpayerInput, now: Date): Promise<string> {
  const { uscc, region } = input;
  const industry = input.industry ?? null;
  const name = normaliseName(checkText(input.name, MAX_NAME_CHARACTERS, ['input', 'name']));
  const reference = checkReference(input.reference, ['input', 'reference']);
  const office = registeringOfficeOf(region);
  if (office === null) {
    throw userError<TaxErrorCode>(
      'UNKNOWN_REGION',
      `No region of today has the code ${region}: no tax office is in charge.`,
      ['input', 'region'],
    );
  }
  await lockKey(tx, TAXPAYER_LOCKS, uscc);
  const before = await lockTaxpayer(tx, uscc);
  if (before) {
    const isSame =
      before.reference === reference &&
      before.client === caller.client &&
      before.name === name &&
      before.region === region &&
      before.industry === industry;
    if (isSame) return uscc;
    throw userError<TaxErrorCode>('ALREADY_REGISTERED', `${uscc} is registered as a taxpayer already.`, [
      'input',
      'uscc',
    ]);
  }
  if (await wasVoided(tx, caller, uscc, reference)) throw voided(uscc, reference);
  await tx
    .insert(taxAuthorities)
    .values({ name: office })
    .onConflictDoNothing({ target: taxAuthorities.name });
  const [authority] = await tx.select().from(taxAuthorities).where(eq(taxAuthorities.name, office));
  const [taxpayer] = await tx
    .insert(taxpayers)
    .values({
      id: uscc,
      name,
      searchName: searchForm(name),
      authorityNo: authority!.no,
      regionCode: regionOfUscc(uscc),
      reference,
      source: 'GRAPH',
    })
    .returning({ no: taxpayers.no });
  const taxpayerNo = taxpayer!.no;
  await tx
    .insert(taxpayerRegistrations)
    .values({ taxpayerNo, client: caller.client, at: now.toISOString(), name, region, industry });
  const since = dayOf(now);
  await tx.insert(assessedTaxes).values(
    taxesOf(industry).map(({ kind, filingPeriod }) => ({
      taxpayerNo,
      kind,
      filingPeriod,
      since,
      source: 'GRAPH' as const,
    })),
  );
  await tellEnterpriseChanged(tx, outbox, uscc);
  return uscc;
}

async function voidTaxpayer(
  tx: Db,
  caller: CasePrincipal,
  { uscc, ...input }: Omit<TaxpayerVoiding, 'idempotencyKey'>,
  now: Date,
): Promise<boolean> {
  const reference = checkReference(input.reference, ['reference']);
  const reason = checkText(input.reason, MAX_REASON_CHARACTERS, ['reason']);
  await lockKey(tx, TAXPAYER_LOCKS, uscc);
  const taxpayer = await lockTaxpayer(tx, uscc);
  const isOwn = taxpayer?.reference === reference && taxpayer.client === caller.client;
  const removed = isOwn ? await removeTaxpayer(tx, taxpayer.no, uscc) : null;
  await tx.insert(voidedTaxpayers).values({
    at: now.toISOString(),
    client: caller.client,
    user: caller.user,
    uscc,
    reference,
    reason,
    removed,
  });
  if (removed !== null) await tellEnterpriseChanged(tx, outbox, uscc);
  return removed !== null;
}

/** @throws UserErrors TAXPAYER_IN_USE */
async function removeTaxpayer(tx: Db, no: number, uscc: string): Promise<Record<string, unknown>> {
  const uses = USES.map(
    (table) => sql`exists (select from ${sql.identifier(table)} where taxpayer_no = ${no})`,
  );
  const [row] = await tx.execute<{ inUse: boolean; removed: Record<string, unknown> }>(sql`
    select (${sql.join(uses, sql` or `)}) as "inUse", jsonb_build_object(
      'taxpayers', (select to_jsonb(row) from taxpayers row where no = ${no}),
      'tax_authority', (select name from tax_authorities where no = (select authority_no from taxpayers where no = ${no})),
      'taxpayer_registrations', (select to_jsonb(row) from taxpayer_registrations row where taxpayer_no = ${no}),
      'assessed_taxes', (select jsonb_agg(to_jsonb(row)) from assessed_taxes row where taxpayer_no = ${no})) as removed`);
  if (row!.inUse) {
    throw userError<TaxErrorCode>(
      'TAXPAYER_IN_USE',
      `Taxes were declared, paid or graded for ${uscc} since it was registered: ask the tax office to end it.`,
      ['uscc'],
    );
  }
  await tx.delete(taxpayers).where(eq(taxpayers.no, no));
  return row!.removed;
}

/** The taxpayer, locked until the end of the transaction, and how it was registered. Null when tax does not hold it. */
async function lockTaxpayer(tx: Db, uscc: string) {
  const [row] = await tx
    .select({
      no: taxpayers.no,
      name: taxpayerRegistrations.name,
      reference: taxpayers.reference,
      client: taxpayerRegistrations.client,
      region: taxpayerRegistrations.region,
      industry: taxpayerRegistrations.industry,
    })
    .from(taxpayers)
    .leftJoin(taxpayerRegistrations, eq(taxpayerRegistrations.taxpayerNo, taxpayers.no))
    .where(eq(taxpayers.id, uscc))
    .for('update', { of: taxpayers });
  return row ?? null;
}

async function wasVoided(
  tx: Db,
  { client }: CasePrincipal,
  uscc: string,
  reference: string,
): Promise<boolean> {
  const [row] = await tx
    .select({ id: voidedTaxpayers.id })
    .from(voidedTaxpayers)
    .where(
      and(
        eq(voidedTaxpayers.reference, reference),
        eq(voidedTaxpayers.uscc, uscc),
        eq(voidedTaxpayers.client, client),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** The taxpayer as the caller registered it; one that was voided since is not shown by its old key. */
async function readRegistered(
  tx: Db,
  { client }: CasePrincipal,
  uscc: string,
  reference: string,
): Promise<TaxpayerModel> {
  const [row] = await tx
    .select(taxpayerColumns)
    .from(taxpayers)
    .innerJoin(taxAuthorities, eq(taxAuthorities.no, taxpayers.authorityNo))
    .innerJoin(taxpayerRegistrations, eq(taxpayerRegistrations.taxpayerNo, taxpayers.no))
    .where(
      and(
        eq(taxpayers.id, uscc),
        eq(taxpayers.reference, reference.trim()),
        eq(taxpayerRegistrations.client, client),
      ),
    );
  if (row) return row;
  throw voided(uscc, reference);
}

function voided(uscc: string, reference: string) {
  return userError<TaxErrorCode>(
    'VOIDED',
    `The registration of ${uscc} for ${reference} was voided: register it for another reference.`,
    ['input', 'reference'],
  );
}
