import type { Population } from '@yiwang/population';
import type { TaxKind } from '../src/enums.ts';
import { type Books, isSmallScale } from './books.ts';
import type { FilingTime } from './filing-calendar.ts';

/** What a declaration says, in whole fen. */
export interface Reckoned {
  /** Null where the tax is not reckoned on an amount of money. */
  taxableFen: number | null;
  taxFen: number;
}

/** Small-scale taxpayers pay no VAT on sales up to 300,000 CNY a quarter. */
const VAT_FREE_FEN_A_QUARTER = 30_000_000;
/** Corporate income tax: 5 % on profits that are small over the year (up to 3,000,000 CNY), else 25 %. */
const SMALL_PROFIT_FEN_A_QUARTER = 300_000_000 / 4;
/** A small-scale taxpayer pays half of the 7 % on its VAT. */
const [CONSTRUCTION_PER_MILLE, CONSTRUCTION_PER_MILLE_SMALL] = [70, 35];
const CHANCE_OF_A_LOSS = 0.2;

/**
 * Reckons the taxes of made-up taxpayers. All in whole fen: the products stay below 2^53 and every
 * division is rounded down, so amounts are exact and the same on every machine.
 */
export function createReckoning(population: Population, books: Books) {
  const months = population.stream('tax/month');
  const rates = population.stream('tax/rate');

  /** Turnover of taxpayer i in a month: its usual one, more or less a third. */
  function turnoverOf(i: number, month: number): number {
    const usual = books.monthlyFen[i]!;
    return usual === 0 ? 0 : Math.floor((usual * months.integer(i, month, 67, 133)) / 100);
  }

  function turnoverIn(i: number, time: FilingTime): number {
    let sum = 0;
    for (const month of time.months) sum += turnoverOf(i, month);
    return sum;
  }

  function vat(i: number, time: FilingTime): number {
    const turnover = turnoverIn(i, time);
    if (isSmallScale(books, i)) {
      return turnover <= VAT_FREE_FEN_A_QUARTER ? 0 : perMille(turnover, 10);
    }
    // What is left of the rate after the tax on what was bought.
    return perMille(turnover, rates.integer(i, 0, 10, 45));
  }

  function incomeTax(i: number, time: FilingTime): Reckoned {
    if (rates.chance(i, 1, CHANCE_OF_A_LOSS)) return { taxableFen: 0, taxFen: 0 };
    const profit = perMille(turnoverIn(i, time), rates.integer(i, 2, 20, 120));
    return { taxableFen: profit, taxFen: perMille(profit, profit <= SMALL_PROFIT_FEN_A_QUARTER ? 50 : 250) };
  }

  function reckon(i: number, kind: TaxKind, time: FilingTime): Reckoned {
    switch (kind) {
      case 'VALUE_ADDED_TAX':
        return { taxableFen: turnoverIn(i, time), taxFen: vat(i, time) };
      case 'CORPORATE_INCOME_TAX':
        return incomeTax(i, time);
      case 'URBAN_CONSTRUCTION_TAX': {
        const due = vat(i, time);
        const rate = isSmallScale(books, i) ? CONSTRUCTION_PER_MILLE_SMALL : CONSTRUCTION_PER_MILLE;
        return { taxableFen: due, taxFen: perMille(due, rate) };
      }
      case 'STAMP_DUTY': {
        const turnover = turnoverIn(i, time);
        return { taxableFen: turnover, taxFen: Math.floor((turnover * 3) / 10_000) };
      }
      case 'PROPERTY_TAX': {
        // Seven tenths of what the building cost, at 1.2 % a year.
        const value = rates.integer(i, 3, 100, 2000) * 700_000;
        return { taxableFen: value, taxFen: perMille(value, 12) };
      }
      case 'CONSUMPTION_TAX':
      case 'RESOURCE_TAX': {
        const turnover = turnoverIn(i, time);
        return { taxableFen: turnover, taxFen: perMille(turnover, 50) };
      }
      case 'URBAN_LAND_USE_TAX':
        // Square metres at 4 CNY a year.
        return { taxableFen: null, taxFen: rates.integer(i, 4, 500, 20_000) * 400 };
      case 'ENVIRONMENTAL_PROTECTION_TAX':
        // Units of pollution at 4.8 CNY.
        return { taxableFen: null, taxFen: rates.integer(i, 5, 10, 5000) * 480 };
      default:
        throw new Error(`Nothing is made up for ${kind}.`);
    }
  }

  return { turnoverOf, reckon };
}

/** Whole fen as yuan: 12345 → '123.45'. */
export function yuan(fen: number): string {
  const text = fen < 100 ? String(fen).padStart(3, '0') : String(fen);
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

function perMille(fen: number, rate: number): number {
  return Math.floor((fen * rate) / 1000);
}
