import { createCalendar, dayOf, type WorkingCalendar } from '@yiwang/codes/working-days';
import type { DeskRow } from './model.ts';

/** How urgent a case is for the office. */
export type Clock =
  /** The clock is stopped 中止. */
  | { kind: 'stopped' }
  /** The office does not have the case. */
  | { kind: 'waiting' }
  /** Working days that are left, today not counted; 0 is the last day. */
  | { kind: 'left'; days: number; isSoon: boolean }
  /** Working days by which the office is late. */
  | { kind: 'late'; days: number };

/** Working days from which on a case is shown as urgent. */
const SOON_DAYS = 1;

export function clockOf(
  { state, actBy }: Pick<DeskRow, 'state' | 'actBy'>,
  now: Date,
  calendar: WorkingCalendar = createCalendar(),
): Clock {
  if (state === 'SUSPENDED') return { kind: 'stopped' };
  if (actBy === null) return { kind: 'waiting' };
  const today = dayOf(now);
  if (actBy < today) return { kind: 'late', days: Math.max(calendar.workingDaysBetween(actBy, today), 1) };
  const days = calendar.workingDaysBetween(today, actBy);
  return { kind: 'left', days, isSoon: days <= SOON_DAYS };
}
