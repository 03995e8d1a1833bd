import { regionPath, regionRange, searchForm } from '@yiwang/codes';
import { PublicError } from '@yiwang/errors';
import { and, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { RegionFilter } from '../generated/types.ts';
import { regions } from '../tables/region-tables.ts';
import { depthOf, parseRegion } from './region-level.ts';

const MAX_NAME_CHARACTERS = 100;

/**
 * Checks what can be checked without reading the list.
 *
 * @throws PublicError INVALID_ARGUMENT or CONTRADICTORY_FILTER when no region could ever match
 */
export function checkFilter({ name, level, parent, within }: RegionFilter): void {
  if (name != null) {
    const length = [...searchForm(name)].length;
    if (length === 0 || length > MAX_NAME_CHARACTERS) {
      throw new PublicError(
        'INVALID_ARGUMENT',
        `filter.name must have 1 to ${MAX_NAME_CHARACTERS} characters.`,
      );
    }
  }
  if (level && parent && depthOf(level) <= depthOf(parseRegion(parent).level)) {
    throw new PublicError(
      'CONTRADICTORY_FILTER',
      `filter.level ${level} must be below filter.parent ${parent}.`,
    );
  }
  if (level && within && depthOf(level) < depthOf(parseRegion(within).level)) {
    throw new PublicError(
      'CONTRADICTORY_FILTER',
      `filter.level ${level} must not be above filter.within ${within}.`,
    );
  }
  // A parent directly above `within` still has one child within it: `within` itself.
  if (parent && within && !regionPath(parent).includes(within) && parseRegion(within).parentCode !== parent) {
    throw new PublicError(
      'CONTRADICTORY_FILTER',
      `filter.parent ${parent} must be within filter.within ${within}.`,
    );
  }
}

/** The filter as SQL; undefined for an empty one. */
export function regionConditions({ name, level, parent, within }: RegionFilter): SQL | undefined {
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
