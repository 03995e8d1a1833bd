import { PublicError } from '@yiwang/errors';
import { addDays, dayOf, endOfDay } from '@yiwang/working-days';
import type { StatisticsInterval } from '../generated/types.ts';

const MOST_POINTS = 400;

/**
 * The moments at which days, weeks or months of China end, and the last day; oldest first. A day that is not over ends now;
 * what lies in the future is left out.
 *
 * @throws PublicError INVALID_ARGUMENT when there are too many
 */
export function pointsOf(from: string, until: string, every: StatisticsInterval, now: Date): Date[] {
  const today = dayOf(now);
  const last = until < today ? until : today;
  const points: Date[] = [];
  for (let day = from; day <= last; day = addDays(day, 1)) {
    if (day !== last && !isEnd(day, every)) continue;
    points.push(day === today ? now : endOfDay(day));
    if (points.length > MOST_POINTS) {
      throw new PublicError(
        'INVALID_ARGUMENT',
        `There would be more than ${MOST_POINTS} points; choose a longer interval.`,
      );
    }
  }
  return points;
}

function isEnd(day: string, every: StatisticsInterval): boolean {
  if (every === 'DAY') return true;
  if (every === 'WEEK') return new Date(`${day}T00:00:00Z`).getUTCDay() === 0;
  return addDays(day, 1).endsWith('-01');
}
