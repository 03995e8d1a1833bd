import { lookUpRegion, regionRange, searchForm } from '@yiwang/codes';
import { PublicError } from '@yiwang/errors';
import { inRange, nameContains, withinRegions } from '@yiwang/subgraph-kit';
import { and, type Column, type SQL, sql } from 'drizzle-orm';
import type { TaxpayerFilter } from './generated/types.ts';
import { taxpayers } from './tables.ts';

const MAX_NAME_CHARACTERS = 100;
/** Years that a filter may name; far more than credit has been graded. */
const [FIRST_YEAR, LAST_YEAR] = [1900, 2999];

/**
 * @throws PublicError INVALID_ARGUMENT or UNKNOWN_CODE when the filter could not mean anything
 */
export function checkFilter({ name, year, aListYear, region }: TaxpayerFilter): void {
  if (name != null) {
    const length = [...searchForm(name)].length;
    if (length === 0 || length > MAX_NAME_CHARACTERS) {
      throw new PublicError(
        'INVALID_ARGUMENT',
        `filter.name must have 1 to ${MAX_NAME_CHARACTERS} characters.`,
      );
    }
  }
  if (year != null) checkYear('filter.year', year);
  if (aListYear != null) checkYear('filter.aListYear', aListYear);
  if (region && !lookUpRegion(region.slice(0, 2))) {
    // Only the province is checked: taxpayer numbers keep the codes of counties that no longer exist.
    throw new PublicError('UNKNOWN_CODE', `filter.region ${region} lies in no province that exists.`);
  }
}

/** @throws PublicError INVALID_ARGUMENT when it is no year that a grade could be for */
export function checkYear(argument: string, year: number): void {
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    throw new PublicError(
      'INVALID_ARGUMENT',
      `${argument} must be a year from ${FIRST_YEAR} to ${LAST_YEAR}; it is ${year}.`,
    );
  }
}

/**
 * The whole filter.
 *
 * @param regions in which it may find any; null for all
 * @param holds how a part of a name is looked for
 */
export function conditions(
  { grade, year, aListYear, name, region }: TaxpayerFilter,
  regions: readonly string[] | null,
  holds = nameContains,
  columns: Record<'regionCode' | 'searchName' | 'grades', Column> = taxpayers,
): SQL | undefined {
  return and(
    regions ? withinRegions(columns.regionCode, regions) : undefined,
    region ? inRegion(columns.regionCode, region) : undefined,
    name == null ? undefined : holds(columns.searchName, searchForm(name)),
    isGraded(columns.grades, gradeTerms({ grade, year, aListYear })),
  );
}

export function inRegion(column: Column, region: string): SQL {
  return inRange(column, regionRange(region));
}

/** What a taxpayer's grades must have, as `grade_terms` writes it: a grade of a year is one term, because it may have others of other years. */
function gradeTerms({ grade, year, aListYear }: TaxpayerFilter): string[] {
  return [
    ...(grade == null && year == null ? [] : [`${grade ?? ''}${year ?? ''}`]),
    ...(aListYear == null ? [] : [`A${aListYear}`]),
  ];
}

function isGraded(grades: Column, terms: readonly string[]): SQL | undefined {
  return terms.length === 0 ? undefined : sql`${grades} @> ${sql.param(terms)}::text[]`;
}
