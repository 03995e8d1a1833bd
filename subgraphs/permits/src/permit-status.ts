import type { PermitStatus } from './generated/types.ts';
import type { PermitRow } from './tables.ts';

/**
 * How a permit stands on a day. Derived, not stored, so that it is right on every day: an early end
 * counts from its day on, otherwise the first and last day of validity decide, both included.
 *
 * @param day YYYY-MM-DD
 */
export function statusOn(
  {
    validFrom,
    validUntil,
    endedOn,
    endedBy,
    suspendedOn,
  }: Pick<PermitRow, 'validFrom' | 'validUntil' | 'endedOn' | 'endedBy' | 'suspendedOn'>,
  day: string,
): PermitStatus {
  if (endedOn !== null && endedBy !== null && endedOn <= day) return endedBy;
  if (day < validFrom) return 'NOT_YET_VALID';
  if (validUntil !== null && validUntil < day) return 'EXPIRED';
  return suspendedOn !== null && suspendedOn <= day ? 'SUSPENDED' : 'VALID';
}

const chinaDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** Today in China, YYYY-MM-DD. */
export function todayInChina(now = new Date()): string {
  return chinaDay.format(now);
}
