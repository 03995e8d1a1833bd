/** The day the made-up data stands on. Fixed, so that the same seed gives the same bytes on any day. */
export const REFERENCE_DATE = '2025-12-31';

const MILLISECONDS_A_DAY = 86_400_000;

/** Days from 1970-01-01 to a date 'YYYY-MM-DD'; negative before. Calendar days, no time zone. */
export function dayOfDate(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_A_DAY;
}

/** The inverse of {@link dayOfDate}. */
export function dateOfDay(day: number): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}
