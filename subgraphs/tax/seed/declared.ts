import { dateOfDay, type Population } from '@yiwang/population';
import type { TaxKind } from '../src/enums.ts';
import type { createAssessment } from './assessed-taxes.ts';
import type { Books } from './books.ts';
import { FILING_TIMES, type FilingTime } from './filing-calendar.ts';
import type { createReckoning, Reckoned } from './reckoning.ts';

/** A made-up declaration, and what became of it. */
export interface Declared extends Reckoned {
  kind: TaxKind;
  time: FilingTime;
  filedOn: string;
  /** Null when there is nothing to pay, or it is overdue. */
  paidOn: string | null;
  isOverdue: boolean;
}

/** Of one declaration being overdue if it has something to pay; half of them have. */
const CHANCE_OF_ARREARS = 0.045;
/** Most pay on the day on which they file. */
const DAYS_TO_PAY = [0, 0, 0, 1, 3];

export function createDeclaring(
  population: Population,
  books: Books,
  taxesOf: ReturnType<typeof createAssessment>,
  { reckon }: ReturnType<typeof createReckoning>,
) {
  const days = population.stream('tax/filing-day');
  const arrears = population.stream('tax/arrears');

  /** The declarations of taxpayer i, for every period in which it existed, tax by tax. */
  return function declaredBy(i: number): Declared[] {
    const registeredOn = dateOfDay(books.registeredDay[i]!);
    const declared: Declared[] = [];
    for (const { kind, filingPeriod } of taxesOf(i)) {
      for (const time of FILING_TIMES[filingPeriod]) {
        if (time.endsOn <= registeredOn) continue;
        const reckoned = reckon(i, kind, time);
        const draw = days.integer(i, declared.length, 0, time.filingDays.length * DAYS_TO_PAY.length - 1);
        const filed = draw % time.filingDays.length;
        const paid = filed + DAYS_TO_PAY[Math.floor(draw / time.filingDays.length)]!;
        declared.push({
          ...reckoned,
          kind,
          time,
          filedOn: time.filingDays[filed]!,
          paidOn: reckoned.taxFen === 0 ? null : (time.filingDays[paid] ?? time.filingDays.at(-1)!),
          isOverdue: false,
        });
      }
    }
    if (declared.length > 0 && arrears.chance(i, 0, CHANCE_OF_ARREARS)) {
      const unpaid = declared[arrears.integer(i, 1, 0, declared.length - 1)]!;
      unpaid.isOverdue = unpaid.taxFen > 0;
      unpaid.paidOn = null;
    }
    return declared;
  };
}
