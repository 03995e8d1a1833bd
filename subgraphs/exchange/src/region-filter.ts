import { regionPath, regionRange, searchForm } from '@yiwang/codes';
import { PublicError } from '@yiwang/errors';
import { and, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { RegionFilter } from './generated/types.ts';
import { LEVELS, placeOf } from './region-level.ts';
import { regions } from './tables.ts';

const MOST_NAME_CHARACTERS = 100;

/**
 * Checks what can be checked without the list.
 *
 * @throws PublicError INVALID_ARGUMENT or CONTRADICTORY_FILTER when the filter could not mean anything
 */
export function checkFilter({ name, level, parent, within }: RegionFilter): void {
  if (name != null) {
    const length = [...searchForm(name)].length;
    if (length === 0 || length > MOST_NAME_CHARACTERS) {
      throw new PublicError(
        'INVALID_ARGUMENT',
        `filter.name must have 1 to ${MOST_NAME_CHARACTERS} characters.`,
      );
    }
  }
  if (level && parent && depth(level) <= depth(placeOf(parent).level)) {
    throw new PublicError(
      'CONTRADICTORY_FILTER',
      `filter.level ${level} is not beneath filter.parent ${parent}.`,
    );
  }
  if (level && within && depth(level) < depth(placeOf(within).level)) {
    throw new PublicError('CONTRADICTORY_FILTER', `filter.level ${level} is above filter.within ${within}.`);
  }
  // A parent right above `within` still has one child in it: `within` itself.
  if (parent && within && !regionPath(parent).includes(within) && placeOf(within).parentCode !== parent) {
    throw new PublicError(
      'CONTRADICTORY_FILTER',
      `filter.parent ${parent} is not within filter.within ${within}.`,
    );
  }
}

/** The whole filter. */
export function conditions({ name, level, parent, within }: RegionFilter): SQL | undefined {
  return and(
    level ? eq(regions.level, level) : undefined,
    parent ? eq(regions.parentCode, parent) : undefined,
    within ? inSubtree(within) : undefined,
    name == null ? undefined : sql`strpos(${regions.searchName}, ${searchForm(name)}) > 0`,
  );
}

function inSubtree(code: string): SQL {
  const { from, to } = regionRange(code);
  return and(gte(regions.code, from), lt(regions.code, to))!;
}

function depth(level: (typeof LEVELS)[number]): number {
  return LEVELS.indexOf(level);
}
