import type { FilingPeriod } from './enums.ts';

export interface TaxPeriod {
  label: string;
  /** YYYY-MM-DD. */
  startsOn: string;
  endsOn: string;
}

/**
 * The period 税款所属期 that ends on a day.
 *
 * @param endsOn YYYY-MM-DD; the last day of its month, quarter or year, unless the tax is declared each time
 */
export function taxPeriod(filingPeriod: FilingPeriod, endsOn: string): TaxPeriod {
  const year = endsOn.slice(0, 4);
  const month = Number(endsOn.slice(5, 7));
  switch (filingPeriod) {
    case 'EACH_TIME':
      return { label: endsOn, startsOn: endsOn, endsOn };
    case 'MONTHLY':
      return { label: endsOn.slice(0, 7), startsOn: firstOf(year, month), endsOn };
    case 'QUARTERLY':
      return { label: `${year}Q${month / 3}`, startsOn: firstOf(year, month - 2), endsOn };
    case 'YEARLY':
      return { label: year, startsOn: firstOf(year, 1), endsOn };
  }
}

function firstOf(year: string, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}-01`;
}
