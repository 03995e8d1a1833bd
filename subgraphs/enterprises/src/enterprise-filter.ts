import { lookUpRegion, regionRange, searchForm } from '@yiwang/codes';
import { PublicError } from '@yiwang/errors';
import { anyOf, checkInitials, initialsBegin, inRange, nameContains } from '@yiwang/subgraph-kit';
import { and, type Column, gt, gte, inArray, lte, or, type SQL } from 'drizzle-orm';
import type { EnterpriseFilter } from './generated/types.ts';
import { industryRanges } from './industry-ranges.ts';
import { enterprises } from './tables.ts';

/** listed_on of an enterprise without a day of registration. */
const UNDATED = '0001-01-01';

const MAX_LISTED_CODES = 100;
const MAX_NAME_CHARACTERS = 100;

/** Columns that a region, an industry and a status narrow; the table and the view of counts both have them. */
type CountedColumns = Record<'regionCode' | 'industryCode' | 'status', Column>;
/** Columns that the whole filter compares. */
type FilteredColumns = CountedColumns & Record<'uscc' | 'listedOn' | 'searchName' | 'nameInitials', Column>;

/**
 * @throws PublicError INVALID_ARGUMENT or CONTRADICTORY_FILTER when the filter could not mean anything
 */
export function checkFilter(filter: EnterpriseFilter): void {
  const { name, initials, usccs, region, statuses, registeredFrom, registeredTo } = filter;
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
  if (usccs && (usccs.length === 0 || usccs.length > MAX_LISTED_CODES)) {
    throw new PublicError(
      'INVALID_ARGUMENT',
      `filter.usccs must hold 1 to ${MAX_LISTED_CODES} codes; it holds ${usccs.length}.`,
    );
  }
  if (statuses?.length === 0) {
    throw new PublicError(
      'CONTRADICTORY_FILTER',
      'filter.statuses is empty, so no enterprise could match. Leave it out for all.',
    );
  }
  if (region && !lookUpRegion(region.slice(0, 2))) {
    // Only the province is checked: enterprises keep the codes of counties that no longer exist.
    throw new PublicError('UNKNOWN_CODE', `filter.region ${region} lies in no province that exists.`);
  }
  if (registeredFrom && registeredTo && registeredFrom > registeredTo) {
    throw new PublicError(
      'CONTRADICTORY_FILTER',
      `filter.registeredFrom ${registeredFrom} is after filter.registeredTo ${registeredTo}.`,
    );
  }
}

/** True when the view of counts can answer how many match. */
export function isCounted({
  name,
  initials,
  usccs,
  registeredFrom,
  registeredTo,
}: EnterpriseFilter): boolean {
  return name == null && initials == null && usccs == null && registeredFrom == null && registeredTo == null;
}

/** The part of the filter that the view of counts knows too. */
export function countedConditions(filter: EnterpriseFilter, columns: CountedColumns): SQL | undefined {
  const { region, industry, statuses } = filter;
  return and(
    region ? inRange(columns.regionCode, regionRange(region)) : undefined,
    industry
      ? or(...industryRanges(industry).map((range) => inRange(columns.industryCode, range)))
      : undefined,
    statuses ? inArray(columns.status, statuses) : undefined,
  );
}

/**
 * The whole filter.
 *
 * @param holds how a part of a name is looked for
 */
export function conditions(
  filter: EnterpriseFilter,
  holds = nameContains,
  columns: FilteredColumns = enterprises,
): SQL | undefined {
  const { name, initials, usccs } = filter;
  return and(
    countedConditions(filter, columns),
    name == null ? undefined : holds(columns.searchName, searchForm(name)),
    initials == null ? undefined : initialsBegin(columns.nameInitials, initials),
    usccs ? anyOf(columns.uscc, usccs) : undefined,
    daysOf(filter, columns),
  );
}

/** listed_on is the day of registration, in the order of the list: a range of days is a range of the list. */
export function daysOf(
  { registeredFrom, registeredTo }: EnterpriseFilter,
  { listedOn }: Pick<FilteredColumns, 'listedOn'>,
): SQL | undefined {
  return and(
    registeredFrom ? gte(listedOn, registeredFrom) : undefined,
    registeredTo ? and(lte(listedOn, registeredTo), gt(listedOn, UNDATED)) : undefined,
  );
}
