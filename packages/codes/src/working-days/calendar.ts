import { addDays, isWeekend } from './china-day.ts';
import { FIXED_DAYS, HOLIDAYS, type Holidays } from './holidays.ts';

/** Which days are worked. Days are written YYYY-MM-DD, and are those of China. */
export interface WorkingCalendar {
  isWorkingDay(day: string): boolean;
  /**
   * The n-th working day after a day, which itself does not count.
   *
   * @param count 1 or more
   */
  addWorkingDays(day: string, count: number): string;
  /** Working days after the first day up to the second; 0 when they are the same, or the second is before the first. */
  workingDaysBetween(from: string, until: string): number;
  /** Years whose holidays are known, oldest first. Of others only weekends and the fixed days are off. */
  readonly knownYears: readonly string[];
  /** Years whose holidays are not known, of the days after the first up to the second; oldest first. */
  unknownYears(from: string, until: string): string[];
}

/**
 * @param holidays those of other years than are built in are merged with them by parseHolidays
 * @param onUnknownYear told of each year, once, in which a day was looked at without knowing its holidays
 */
export function createCalendar(
  holidays: Holidays = HOLIDAYS,
  onUnknownYear: (year: string) => void = () => {},
): WorkingCalendar {
  const off = new Set<string>();
  const work = new Set<string>();
  for (const year of Object.values(holidays)) {
    for (const [first, last] of year.off)
      for (let day = first; day <= last; day = addDays(day, 1)) off.add(day);
    for (const day of year.work) work.add(day);
  }
  const told = new Set<string>();

  function isKnown(year: string): boolean {
    if (Object.hasOwn(holidays, year)) return true;
    if (!told.has(year)) {
      told.add(year);
      onUnknownYear(year);
    }
    return false;
  }

  function isWorkingDay(day: string): boolean {
    const known = isKnown(yearOf(day));
    if (work.has(day)) return true;
    if (off.has(day) || isWeekend(day)) return false;
    return known || !FIXED_DAYS.has(day.slice(5));
  }

  return {
    isWorkingDay,
    knownYears: Object.keys(holidays).sort(),

    unknownYears(from, until) {
      const years: string[] = [];
      for (let year = Number(yearOf(addDays(from, 1))); year <= Number(yearOf(until)); year++) {
        if (!Object.hasOwn(holidays, year)) years.push(String(year));
      }
      return years;
    },

    addWorkingDays(day, count) {
      if (!(count >= 1)) throw new RangeError(`count must be 1 or more; it is ${count}.`);
      let found = day;
      for (let left = count; left > 0;) {
        found = addDays(found, 1);
        if (isWorkingDay(found)) left--;
      }
      return found;
    },

    workingDaysBetween(from, until) {
      let count = 0;
      for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) if (isWorkingDay(day)) count++;
      return count;
    },
  };
}

function yearOf(day: string): string {
  return day.slice(0, 4);
}
