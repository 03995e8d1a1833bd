import { PublicError } from '@yiwang/errors';

const MOST_DAYS = 3660;

/** @throws PublicError INVALID_ARGUMENT */
export function checkDays(days: number): void {
  if (days < 1 || days > MOST_DAYS) {
    throw new PublicError('INVALID_ARGUMENT', `days must be between 1 and ${MOST_DAYS}; it is ${days}.`);
  }
}
