import { normaliseName } from '@yiwang/codes';
import { PublicError } from '@yiwang/errors';
import {
  type CursorParts,
  checkPageSize,
  type PageArguments,
  prepareSearch,
  toPage,
} from '@yiwang/subgraph-kit';
import { and, desc, eq, gt, gte, inArray, lte, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { checkLandUse, checkRegion, inRegion, ofLandUse } from './code-ranges.ts';
import { supplyColumns } from './columns.ts';
import { supplyCursor } from './cursors.ts';
import type { LandSupplyFilter } from './generated/types.ts';
import type { LandSupplyConnectionModel, LandSupplyModel } from './models.ts';
import { landSupplies } from './tables.ts';

/** listed_on of a result without a day of signing. */
const UNDATED = '0001-01-01';

/** Finds results of land supply by a filter, last signed first. */
export function createSupplySearch(db: PostgresJsDatabase) {
  const find = prepareSearch<LandSupplyModel>(supplyCursor, (matching, { limit, after }) =>
    db
      .select(supplyColumns)
      .from(landSupplies)
      .where(and(matching, after ? behindSupply(after) : undefined))
      .orderBy(desc(landSupplies.listedOn), desc(landSupplies.id))
      .limit(limit),
  );

  return async (filter: LandSupplyFilter, page: PageArguments): Promise<LandSupplyConnectionModel> => {
    checkPageSize(page.first);
    checkFilter(filter);
    const matching = conditions(filter);
    const rows = await find(matching, page.first + 1, page.after);
    return { ...toPage(rows, page.first), countAll: () => db.$count(landSupplies, matching) };
  };
}

/** Behind the row of a cursor, last signed first. */
export function behindSupply([listedOn, id]: CursorParts): SQL {
  return sql`(${landSupplies.listedOn}, ${landSupplies.id}) < (${listedOn}::date, ${id}::text)`;
}

function checkFilter({ region, landUse, ways, holderName, signedFrom, signedTo }: LandSupplyFilter): void {
  checkRegion(region);
  checkLandUse(landUse);
  if (ways?.length === 0) {
    throw new PublicError(
      'CONTRADICTORY_FILTER',
      'filter.ways is empty, so nothing could match. Leave it out for all.',
    );
  }
  if (holderName != null && normaliseName(holderName) === '') {
    throw new PublicError('INVALID_ARGUMENT', 'filter.holderName must have one character or more.');
  }
  if (signedFrom && signedTo && signedFrom > signedTo) {
    throw new PublicError(
      'CONTRADICTORY_FILTER',
      `filter.signedFrom ${signedFrom} is after filter.signedTo ${signedTo}.`,
    );
  }
}

function conditions(filter: LandSupplyFilter): SQL | undefined {
  const { region, landUse, ways, holder, holderName, signedFrom, signedTo } = filter;
  return and(
    region ? inRegion(landSupplies.regionCode, region) : undefined,
    landUse ? ofLandUse(landSupplies.landUseCode, landUse) : undefined,
    ways ? inArray(landSupplies.way, ways) : undefined,
    // A USCC stands in holder_key as it is, and no name looks like one.
    holder ? eq(landSupplies.holderKey, holder) : undefined,
    holderName == null ? undefined : eq(landSupplies.holderName, normaliseName(holderName)),
    // listed_on is the day of signing, in the order of the list: a range of days is a range of the list.
    signedFrom ? gte(landSupplies.listedOn, signedFrom) : undefined,
    signedTo ? and(lte(landSupplies.listedOn, signedTo), gt(landSupplies.listedOn, UNDATED)) : undefined,
  );
}
