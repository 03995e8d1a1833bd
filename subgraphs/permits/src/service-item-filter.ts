import { lookUpRegion, regionRange, repairOrganisationCode, searchForm } from '@yiwang/codes';
import { PublicError } from '@yiwang/errors';
import { checkInitials, initialsBegin, inRange, nameContains, nameHolds } from '@yiwang/subgraph-kit';
import { and, eq, gt, inArray, or, type SQL } from 'drizzle-orm';
import { readCode } from './codes.ts';
import type { ServiceItemFilter } from './generated/types.ts';
import { serviceItems } from './tables.ts';

const MAX_NAME_CHARACTERS = 100;
const MAX_WORDS = 10;

/**
 * @throws PublicError INVALID_ARGUMENT, UNKNOWN_CODE or CONTRADICTORY_FILTER when the filter could not mean anything
 */
export function checkFilter({ name, initials, text, region, types }: ServiceItemFilter): void {
  if (name != null) {
    const length = [...searchForm(name)].length;
    if (length === 0 || length > MAX_NAME_CHARACTERS) {
      throw new PublicError(
        'INVALID_ARGUMENT',
        `filter.name must have 1 to ${MAX_NAME_CHARACTERS} characters.`,
      );
    }
  }
  if (initials != null) checkInitials(initials);
  if (text != null) {
    const words = wordsOf(text);
    if (words.length === 0 || words.length > MAX_WORDS || [...text].length > MAX_NAME_CHARACTERS) {
      throw new PublicError(
        'INVALID_ARGUMENT',
        `filter.text must have 1 to ${MAX_WORDS} words, and at most ${MAX_NAME_CHARACTERS} characters in all.`,
      );
    }
  }
  if (types?.length === 0) {
    throw new PublicError(
      'CONTRADICTORY_FILTER',
      'filter.types is empty, so no item could match. Leave it out for all.',
    );
  }
  if (region && !lookUpRegion(region.slice(0, 2))) {
    // Only the province is checked: registers keep the codes of counties that no longer exist.
    throw new PublicError('UNKNOWN_CODE', `filter.region ${region} lies in no province that exists.`);
  }
}

/**
 * The department's code as the table holds it; null when the filter names none.
 *
 * @throws PublicError MALFORMED_CODE
 */
export function readDepartment({ department }: ServiceItemFilter): string | null {
  return department == null ? null : readCode('ServiceDepartment.code', repairOrganisationCode(department));
}

/** @param department as {@link readDepartment} gives it */
export function conditions(filter: ServiceItemFilter, department: string | null): SQL | undefined {
  const { name, initials, text, region, basicCode, types, noVisit } = filter;
  return and(
    name == null ? undefined : nameContains(serviceItems.searchName, searchForm(name)),
    initials == null ? undefined : initialsBegin(serviceItems.nameInitials, initials),
    ...(text == null ? [] : wordsOf(text).map(textContains)),
    region ? inRange(serviceItems.regionCode, regionRange(region)) : undefined,
    basicCode == null
      ? undefined
      : eq(serviceItems.basicCode, readCode('CatalogueItem.basicCode', basicCode)),
    types ? inArray(serviceItems.type, types) : undefined,
    noVisit == null ? undefined : noVisit ? eq(serviceItems.visits, 0) : gt(serviceItems.visits, 0),
    department === null ? undefined : eq(serviceItems.departmentCode, department),
  );
}

/** The words of a text, as texts are searched; distinct. */
function wordsOf(text: string): string[] {
  return [...new Set(text.split(/\s+/u).map(searchForm).filter(Boolean))];
}

/**
 * The item or its guide has the word. Texts are scanned: an index over every pair of their characters takes longer to build than all other
 * indexes of the department together, and a province has some hundred thousand items.
 */
function textContains(word: string): SQL | undefined {
  return or(nameHolds(serviceItems.searchText, word), nameHolds(serviceItems.guideText, word));
}
