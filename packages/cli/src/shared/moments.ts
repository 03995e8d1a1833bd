import { endOfDay, isDay, startOfDay } from '@yiwang/codes/working-days';
import { InvalidArgumentError } from 'commander';

/** The day, the time, and perhaps where it is that time. */
const TIME =
  /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/;
/** China has one time. */
const CHINA = '+08:00';

/** For the help of options that {@link readStart} and {@link readEnd} read. */
export const MOMENT_FORMS =
  '2027-06-30, a whole day of China; 2027-06-30T17:00, a time of China; or 2027-06-30T09:00Z';

/**
 * The moment from which on something is meant: of a day alone, its first.
 *
 * @returns ISO 8601 in UTC
 * @throws InvalidArgumentError when it is neither a day nor a time
 */
export function readStart(text: string): string {
  return isDay(text) ? startOfDay(text).toISOString() : readTime(text);
}

/** The moment until which something is meant, as {@link readStart}: of a day alone its end, so that the day is within. */
export function readEnd(text: string): string {
  return isDay(text) ? endOfDay(text).toISOString() : readTime(text);
}

function readTime(text: string): string {
  const [, day, zone] = TIME.exec(text) ?? [];
  if (day !== undefined && isDay(day)) return new Date(zone ? text : text + CHINA).toISOString();
  throw new InvalidArgumentError(`Write it as ${MOMENT_FORMS}.`);
}
