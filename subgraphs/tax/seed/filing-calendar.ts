import { dateOfDay, dayOfDate, REFERENCE_DATE } from '@yiwang/population';
import type { FilingPeriod } from '../src/enums.ts';

/** A period that had ended, and was due to be declared, by the reference date. */
export interface FilingTime {
  filingPeriod: FilingPeriod;
  /** Its months, counted from January of the year 0. */
  months: readonly number[];
  /** YYYY-MM-DD. */
  endsOn: string;
  /** The days on which it could be declared in time: the 1st to the 15th of the month after it. */
  filingDays: readonly string[];
  /** The first day on which tax that was not paid is overdue. */
  overdueSince: string;
}

const DAYS_TO_FILE = 15;
const MONTHS_A_YEAR = 12;

/** The month that the reference date ends. */
const LAST_MONTH =
  Number(REFERENCE_DATE.slice(0, 4)) * MONTHS_A_YEAR + Number(REFERENCE_DATE.slice(5, 7)) - 1;

/** The months whose invoices are counted, first to last: the year up to the reference date. */
export const INVOICE_MONTHS: readonly number[] = run(LAST_MONTH - MONTHS_A_YEAR + 1, MONTHS_A_YEAR);

/** The periods whose declarations are made up, last one last. The last month can only be declared in the next. */
export const FILING_TIMES: Readonly<Record<Exclude<FilingPeriod, 'EACH_TIME'>, readonly FilingTime[]>> = {
  MONTHLY: run(LAST_MONTH - MONTHS_A_YEAR, MONTHS_A_YEAR).map((month) => filingTime('MONTHLY', month, 1)),
  QUARTERLY: run(LAST_MONTH - MONTHS_A_YEAR, MONTHS_A_YEAR)
    .filter((month) => (month + 1) % 3 === 0)
    .map((month) => filingTime('QUARTERLY', month, 3)),
  YEARLY: [
    filingTime('YEARLY', LAST_MONTH - ((LAST_MONTH + 1) % MONTHS_A_YEAR || MONTHS_A_YEAR), MONTHS_A_YEAR),
  ],
};

/** The years whose credit grades were out by the reference date: grades come out in the year after. */
export const GRADED_YEARS: readonly number[] = run(Math.floor(LAST_MONTH / MONTHS_A_YEAR) - 3, 3);

/** YYYY-MM-DD. */
export function firstDayOf(month: number): string {
  const year = Math.floor(month / MONTHS_A_YEAR);
  return `${year}-${String((month % MONTHS_A_YEAR) + 1).padStart(2, '0')}-01`;
}

/** YYYY-MM-DD. */
function lastDayOf(month: number): string {
  return dateOfDay(dayOfDate(firstDayOf(month + 1)) - 1);
}

function filingTime(filingPeriod: FilingPeriod, lastMonth: number, length: number): FilingTime {
  const firstToFile = dayOfDate(firstDayOf(lastMonth + 1));
  return {
    filingPeriod,
    months: run(lastMonth - length + 1, length),
    endsOn: lastDayOf(lastMonth),
    filingDays: run(firstToFile, DAYS_TO_FILE).map(dateOfDay),
    overdueSince: dateOfDay(firstToFile + DAYS_TO_FILE),
  };
}

function run(first: number, length: number): number[] {
  return Array.from({ length }, (_, i) => first + i);
}
