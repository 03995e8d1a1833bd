import { PublicError } from '@yiwang/errors';
import type { Column, SQL } from 'drizzle-orm';
import { inRange } from './conditions.ts';

const INITIALS = /^[a-z0-9]{2,20}$/i;

/** @throws PublicError INVALID_ARGUMENT when it is no beginning of pinyin initials */
export function checkInitials(initials: string): void {
  if (INITIALS.test(initials)) return;
  throw new PublicError('INVALID_ARGUMENT', 'filter.initials must have 2 to 20 letters a to z or digits.');
}

/**
 * True for names whose pinyin initials begin with these. A plain index over the column finds them: databases of departments compare text
 * byte by byte.
 *
 * @param column holds what `pinyinInitials` writes
 * @param initials as {@link checkInitials} lets them pass
 */
export function initialsBegin(column: Column, initials: string): SQL {
  const from = initials.toLowerCase();
  // The character behind z: no initials begin with it.
  return inRange(column, { from, to: `${from}{` });
}
