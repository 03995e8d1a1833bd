import { dateOfDay, GENERATED_SOURCE, type Population } from '@yiwang/population';
import type { CopyValue } from '@yiwang/subgraph-kit';
import { assessedSince, type createAssessment } from './assessed-taxes.ts';
import { type Books, isTaxpayer } from './books.ts';
import type { createDeclaring } from './declared.ts';
import { firstDayOf, INVOICE_MONTHS } from './filing-calendar.ts';
import { type createReckoning, yuan } from './reckoning.ts';

const SHARE_WITH_INVOICES = 0.47;
/** Usual sum on one invoice, fen. */
const [MIN_INVOICE_FEN, MAX_INVOICE_FEN] = [50_000, 2_000_000];

/** First digits of a certificate of payment: kind of document, province. */
const CERTIFICATE = '332';
/** More than one taxpayer can have in a year. */
const MAX_PAYMENTS = 100;

export const assessedTaxColumns = ['taxpayer_no', 'kind', 'filing_period', 'since', 'source'] as const;
export const declarationColumns = [
  'taxpayer_no',
  'ends_on',
  'filing_period',
  'kind',
  'filed_on',
  'source',
  'taxable_cny',
  'tax_cny',
] as const;
export const paymentColumns = [
  'number',
  'taxpayer_no',
  'paid_on',
  'ends_on',
  'filing_period',
  'kind',
  'source',
  'amount_cny',
] as const;
export const arrearsColumns = ['taxpayer_no', 'kind', 'since', 'source', 'amount_cny'] as const;
export const invoiceColumns = ['taxpayer_no', 'month', 'count', 'source', 'amount_cny', 'tax_cny'] as const;

export function* assessedTaxRows(
  books: Books,
  taxesOf: ReturnType<typeof createAssessment>,
): Generator<CopyValue[]> {
  for (const i of taxpayersIn(books)) {
    const since = assessedSince(books, i);
    for (const { kind, filingPeriod } of taxesOf(i))
      yield [i + 1, kind, filingPeriod, since, GENERATED_SOURCE];
  }
}

export function* declarationRows(
  books: Books,
  declaredBy: ReturnType<typeof createDeclaring>,
): Generator<CopyValue[]> {
  for (const i of taxpayersIn(books)) {
    for (const { time, kind, filedOn, taxableFen, taxFen } of declaredBy(i)) {
      const taxable = taxableFen === null ? null : yuan(taxableFen);
      yield [i + 1, time.endsOn, time.filingPeriod, kind, filedOn, GENERATED_SOURCE, taxable, yuan(taxFen)];
    }
  }
}

/** Each declaration that had something to pay and is not overdue was paid in one sum. */
export function* paymentRows(
  books: Books,
  declaredBy: ReturnType<typeof createDeclaring>,
): Generator<CopyValue[]> {
  for (const i of taxpayersIn(books)) {
    for (const [k, { time, kind, paidOn, taxFen }] of declaredBy(i).entries()) {
      if (paidOn === null) continue;
      const number = certificateNumber(paidOn, (i + 1) * MAX_PAYMENTS + k);
      yield [number, i + 1, paidOn, time.endsOn, time.filingPeriod, kind, GENERATED_SOURCE, yuan(taxFen)];
    }
  }
}

export function* arrearsRows(
  books: Books,
  declaredBy: ReturnType<typeof createDeclaring>,
): Generator<CopyValue[]> {
  for (const i of taxpayersIn(books)) {
    for (const { time, kind, isOverdue, taxFen } of declaredBy(i)) {
      if (isOverdue) yield [i + 1, kind, time.overdueSince, GENERATED_SOURCE, yuan(taxFen)];
    }
  }
}

/** Months in which it had turnover and existed; all that was sold was invoiced. */
export function* invoiceRows(
  population: Population,
  books: Books,
  { turnoverOf }: ReturnType<typeof createReckoning>,
): Generator<CopyValue[]> {
  const draws = population.stream('tax/invoice');
  const months = INVOICE_MONTHS.map((month) => ({ month, firstDay: firstDayOf(month) }));
  for (const i of taxpayersIn(books)) {
    if (books.monthlyFen[i] === 0 || !draws.chance(i, 0, SHARE_WITH_INVOICES)) continue;
    const usual = draws.integer(i, 1, MIN_INVOICE_FEN, MAX_INVOICE_FEN);
    const since = dateOfDay(books.registeredDay[i]!);
    for (const { month, firstDay } of months) {
      if (firstDay < since) continue;
      const fen = turnoverOf(i, month);
      const tax = Math.floor((fen * books.vatPercent[i]!) / 100);
      yield [i + 1, firstDay, Math.floor(fen / usual) + 1, GENERATED_SOURCE, yuan(fen), yuan(tax)];
    }
  }
}

function* taxpayersIn(books: Books): Generator<number> {
  for (let i = 0; i < books.size; i++) if (isTaxpayer(books, i)) yield i;
}

/** 18 digits: document and province, year and month, serial number. */
function certificateNumber(paidOn: string, serial: number): string {
  return CERTIFICATE + paidOn.slice(2, 4) + paidOn.slice(5, 7) + String(serial).padStart(11, '0');
}
