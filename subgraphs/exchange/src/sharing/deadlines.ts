import { dayOf, endOfDay, type WorkingCalendar } from '@yiwang/working-days';
import type { SharingOptions } from './sharing.ts';

/** When something is due that is asked for at a moment: at the end of the last of so many working days after that day. */
export function dueAfter({ calendar }: SharingOptions, asked: Date, workingDays: number): Date {
  return endOfDay(calendar.addWorkingDays(dayOf(asked), workingDays));
}

/** When something is due that was put off by so many working days. */
export function putOff({ calendar }: SharingOptions, dueAt: string, workingDays: number): Date {
  return endOfDay(calendar.addWorkingDays(lastDayOf(dueAt), workingDays));
}

/** Years into which the time to answer reaches and whose holidays are not known; none when nothing is due. */
export function yearsWithoutHolidays(
  calendar: WorkingCalendar,
  asked: string | null,
  dueAt: string | null,
): number[] {
  if (asked === null || dueAt === null) return [];
  return calendar.unknownYears(dayOf(new Date(asked)), lastDayOf(dueAt)).map(Number);
}

/** How an answer came. */
export function timing(
  { calendar }: SharingOptions,
  asked: string,
  dueAt: string,
  answered: Date,
): { inTime: boolean; workingDays: number } {
  return {
    inTime: answered.getTime() < Date.parse(dueAt),
    workingDays: calendar.workingDaysBetween(dayOf(new Date(asked)), dayOf(answered)),
  };
}

export function isOverdue({ dueAt }: { dueAt: string | null }, now: Date): boolean {
  return dueAt !== null && Date.parse(dueAt) <= now.getTime();
}

/** The day that is over when something is due. */
function lastDayOf(dueAt: string): string {
  return dayOf(new Date(Date.parse(dueAt) - 1));
}
