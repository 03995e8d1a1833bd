import { dayOf, endOfDay, type WorkingCalendar } from '@yiwang/codes/working-days';
import type { SharingOptions } from './sharing.ts';

/** The end of the last day of a period of working days. The period starts with the day after `from`. */
export function dueAfter({ calendar }: SharingOptions, from: Date, workingDays: number): Date {
  return endOfDay(calendar.addWorkingDays(dayOf(from), workingDays));
}

/** A due time, extended by working days. */
export function extendDueAt({ calendar }: SharingOptions, dueAt: string, workingDays: number): Date {
  return endOfDay(calendar.addWorkingDays(lastDayOf(dueAt), workingDays));
}

/** The years of the time to answer whose holidays are missing. Empty when nothing is due. */
export function yearsWithoutHolidays(
  calendar: WorkingCalendar,
  from: string | null,
  dueAt: string | null,
): number[] {
  if (from === null || dueAt === null) return [];
  return calendar.unknownYears(dayOf(new Date(from)), lastDayOf(dueAt)).map(Number);
}

/** Whether an answer was in time, and after how many working days it came. */
export function timing(
  { calendar }: SharingOptions,
  from: string,
  dueAt: string,
  answered: Date,
): { inTime: boolean; workingDays: number } {
  return {
    inTime: answered.getTime() < Date.parse(dueAt),
    workingDays: calendar.workingDaysBetween(dayOf(new Date(from)), dayOf(answered)),
  };
}

export function isOverdue({ dueAt }: { dueAt: string | null }, now: Date): boolean {
  return dueAt !== null && Date.parse(dueAt) <= now.getTime();
}

/** The last day on which an answer is in time. */
function lastDayOf(dueAt: string): string {
  return dayOf(new Date(Date.parse(dueAt) - 1));
}
