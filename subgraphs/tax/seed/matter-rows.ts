import { GENERATED_SOURCE } from '@yiwang/population';
import {
  deedTaxOf,
  MATTER_CLIENT,
  momentOf,
  type OpeningApplication,
  type TransferApplication,
  UNDONE,
} from '@yiwang/population/matters';
import type { CopyValue } from '@yiwang/subgraph-kit';
import { DEED_TAX_RATE } from '../src/config.ts';

/** The openings by which taxpayers were registered, by index in the population. */
export function registrationsByIndex(
  openings: readonly OpeningApplication[],
): ReadonlyMap<number, OpeningApplication> {
  return new Map(
    openings.flatMap((opening) =>
      opening.registered && momentOf(opening, 'tax', 'DONE') ? [[opening.registered.index, opening]] : [],
    ),
  );
}

export const registrationColumns = ['taxpayer_no', 'client', 'at', 'name', 'region', 'industry'] as const;

export function* registrationRows(openings: ReadonlyMap<number, OpeningApplication>): Generator<CopyValue[]> {
  for (const [i, opening] of openings) {
    const at = momentOf(opening, 'tax', 'DONE')!.toISOString();
    const { name, industryCode } = opening.enterprise;
    yield [i + 1, MATTER_CLIENT, at, name, opening.region, industryCode];
  }
}

export const deedTaxColumns = [
  'sequence',
  'unit',
  'holder',
  'taxpayer_no',
  'price_cny',
  'rate',
  'tax_cny',
  'filed_on',
  'at',
  'client',
  'reference',
] as const;

/** A deed tax with its columns. */
type DeedTax = Record<(typeof deedTaxColumns)[number], string | number | null>;

export function* deedTaxRows(transfers: readonly TransferApplication[]): Generator<CopyValue[]> {
  for (const transfer of transfers) {
    const assessed = assessedFor(transfer);
    if (assessed && !momentOf(transfer, 'tax', 'UNDONE')) yield Object.values(assessed);
  }
}

function assessedFor(transfer: TransferApplication): DeedTax | null {
  const assessed = deedTaxOf(transfer);
  if (!assessed) return null;
  const { unit, holder, holderIndex, priceCny, taxCny, number } = transfer;
  return {
    sequence: assessed.sequence,
    unit: unit.code,
    holder: holder.uscc ?? holder.name,
    taxpayer_no: holderIndex === null ? null : holderIndex + 1,
    price_cny: priceCny,
    rate: DEED_TAX_RATE,
    tax_cny: taxCny,
    filed_on: assessed.filedOn,
    at: assessed.at.toISOString(),
    client: MATTER_CLIENT,
    reference: number,
  };
}

export const voidedDeedTaxColumns = ['at', 'client', 'reference', 'reason', 'removed', 'unit'] as const;

export function* voidedDeedTaxRows(transfers: readonly TransferApplication[]): Generator<CopyValue[]> {
  for (const transfer of transfers) {
    const at = momentOf(transfer, 'tax', 'UNDONE');
    if (!at) continue;
    const removed = JSON.stringify({ deed_taxes: { ...assessedFor(transfer), id: deedTaxOf(transfer)!.id } });
    yield [at.toISOString(), MATTER_CLIENT, transfer.number, UNDONE, removed, transfer.unit.code];
  }
}

/** What taxpayers have declared so, a declaration for each day of a taxpayer, in the columns of declarations. */
export function* deedTaxDeclarationRows(transfers: readonly TransferApplication[]): Generator<CopyValue[]> {
  const taxes = transfers
    .filter((transfer) => !momentOf(transfer, 'tax', 'UNDONE'))
    .flatMap((transfer) => assessedFor(transfer) ?? [])
    .filter(({ taxpayer_no: no }) => no !== null);
  const sumOf = (some: readonly DeedTax[], column: 'price_cny' | 'tax_cny') =>
    some.reduce((sum, tax) => sum + Number(tax[column]), 0).toFixed(2);
  const declared = Map.groupBy(taxes, ({ taxpayer_no: no, filed_on: day }) => `${no}/${day}`);
  for (const some of declared.values()) {
    const { taxpayer_no: no, filed_on: day } = some[0]!;
    const sums = [sumOf(some, 'price_cny'), sumOf(some, 'tax_cny')];
    yield [no, day, 'EACH_TIME', 'DEED_TAX', day, GENERATED_SOURCE, ...sums];
  }
}
