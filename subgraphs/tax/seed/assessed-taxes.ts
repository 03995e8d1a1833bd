import { dateOfDay, type Population, type Stream } from '@yiwang/population';
import type { FilingPeriod, TaxKind } from '../src/enums.ts';
import { type Books, isSmallScale } from './books.ts';

/** A tax that a made-up taxpayer must declare. None is declared each time it arises. */
export interface AssessedTax {
  kind: TaxKind;
  filingPeriod: Exclude<FilingPeriod, 'EACH_TIME'>;
}

/** Shares of taxpayers that must declare a tax beside VAT and corporate income tax. */
const SHARES = {
  URBAN_CONSTRUCTION_TAX: 0.2,
  STAMP_DUTY: 0.5,
  PROPERTY_TAX: 0.08,
  ENVIRONMENTAL_PROTECTION_TAX: 0.08,
} as const;

/** Divisions of mining, and of those that make drinks, tobacco and fuel. */
const [FIRST_MINING, LAST_MINING] = [6, 12];
const [FIRST_MAKING, LAST_MAKING] = [13, 43];
const TAXED_GOODS = new Set([15, 16, 25]);

const MAX_TAXES = 5;

/** VAT took the place of business tax on 2016-05-01; every taxpayer was assessed anew. */
const FIRST_DAY_OF_THE_PRESENT_ORDER = '2016-05-01';

export function createAssessment(population: Population, books: Books) {
  const draws: Stream = population.stream('tax/assessed');

  /** The taxes of taxpayer i: 2 to 5, most important first. */
  return function taxesOf(i: number): AssessedTax[] {
    const vatPeriod = isSmallScale(books, i) ? 'QUARTERLY' : 'MONTHLY';
    const division = books.division[i]!;
    const taxes: AssessedTax[] = [
      { kind: 'VALUE_ADDED_TAX', filingPeriod: vatPeriod },
      { kind: 'CORPORATE_INCOME_TAX', filingPeriod: 'QUARTERLY' },
    ];
    // General taxpayers always owe it: it is reckoned on VAT.
    if (vatPeriod === 'MONTHLY' || draws.chance(i, 0, SHARES.URBAN_CONSTRUCTION_TAX)) {
      taxes.push({ kind: 'URBAN_CONSTRUCTION_TAX', filingPeriod: vatPeriod });
    }
    if (draws.chance(i, 1, SHARES.STAMP_DUTY)) taxes.push({ kind: 'STAMP_DUTY', filingPeriod: 'YEARLY' });
    if (TAXED_GOODS.has(division)) taxes.push({ kind: 'CONSUMPTION_TAX', filingPeriod: 'QUARTERLY' });
    if (division >= FIRST_MINING && division <= LAST_MINING) {
      taxes.push({ kind: 'RESOURCE_TAX', filingPeriod: 'QUARTERLY' });
    }
    // Who owns the building uses the land.
    if (draws.chance(i, 2, SHARES.PROPERTY_TAX)) {
      taxes.push(
        { kind: 'PROPERTY_TAX', filingPeriod: 'YEARLY' },
        { kind: 'URBAN_LAND_USE_TAX', filingPeriod: 'YEARLY' },
      );
    }
    const makes = division >= FIRST_MAKING && division <= LAST_MAKING;
    if (makes && draws.chance(i, 3, SHARES.ENVIRONMENTAL_PROTECTION_TAX)) {
      taxes.push({ kind: 'ENVIRONMENTAL_PROTECTION_TAX', filingPeriod: 'QUARTERLY' });
    }
    return taxes.slice(0, MAX_TAXES);
  };
}

/** The day on which the tax office decided it: when the taxpayer registered, or when the present order began. */
export function assessedSince(books: Books, i: number): string {
  const registeredOn = dateOfDay(books.registeredDay[i]!);
  return registeredOn < FIRST_DAY_OF_THE_PRESENT_ORDER ? FIRST_DAY_OF_THE_PRESENT_ORDER : registeredOn;
}
