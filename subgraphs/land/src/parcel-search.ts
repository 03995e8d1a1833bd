import {
  type CursorParts,
  checkPageSize,
  countUpTo,
  type PageArguments,
  prepareSearch,
  toPage,
  withinRegions,
} from '@yiwang/subgraph-kit';
import { and, type Column, desc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { checkBoundingBox, touches, touchesOften } from './bounding-box.ts';
import { checkLandUse, checkRegion, inRegion, ofLandUse } from './code-ranges.ts';
import { parcelCursor } from './cursors.ts';
import type { ParcelFilter } from './generated/types.ts';
import type { ParcelConnectionModel } from './models.ts';
import { type ParcelRow, parcelCounts, parcels } from './tables.ts';

/** Up to so many parcels are sorted faster than the order is walked to find a page of them. */
const FEW = 5_000;

type Columns = Record<'code' | 'listedOn' | 'regionCode' | 'landUseCode' | 'holderUscc' | 'boundary', Column>;

/** With the regions in which it may find any; null for all. */
type NarrowedFilter = ParcelFilter & { regions: readonly string[] | null };

/**
 * Finds parcels by a filter, last registered first.
 *
 * The order is deliberate: it has nothing to do with where a parcel lies. So a page of what lies in a
 * large box is found by walking the order, and one of what lies in a small box by sorting the few
 * parcels that the spatial index gives. PostgreSQL keeps no statistics of shapes and takes every box
 * for equally large, so we look which it is before we ask.
 *
 * @param few most parcels that are sorted
 */
export function createParcelSearch(db: PostgresJsDatabase, few = FEW) {
  const columns = getTableColumns(parcels);

  const walk = prepareSearch<ParcelRow>(parcelCursor, (matching, page) =>
    db
      .select(columns)
      .from(parcels)
      .where(and(matching, page.after ? behind(parcels, page.after) : undefined))
      .orderBy(desc(parcels.listedOn), desc(parcels.code))
      .limit(page.limit),
  );

  /** @param regions in which the filter may find any; null for all */
  async function search(
    given: ParcelFilter,
    page: PageArguments,
    regions: readonly string[] | null = null,
  ): Promise<ParcelConnectionModel> {
    checkPageSize(page.first);
    checkFilter(given);
    const filter = { ...given, regions };
    const rows = await find(filter, page.first + 1, page.after ?? null);
    return { ...toPage(rows, page.first), countAll: () => count(filter) };
  }

  async function find(filter: NarrowedFilter, limit: number, after: string | null) {
    const { bbox } = filter;
    const others = conditions(filter, parcels);
    // How many lie in the box elsewhere is not to be told by the time that it takes.
    const near = bbox ? and(touches(parcels.boundary, bbox), withinBounds(filter, parcels)) : undefined;
    const narrow = near && (await firstOfFew([near, others]));
    if (bbox && narrow) {
      // The limit keeps the planner from taking the subquery apart and walking the order after all.
      const found = db.select(columns).from(parcels).where(narrow).limit(few).as('near');
      return db
        .select(found._.selectedFields)
        .from(found)
        .where(
          and(
            conditions(filter, found),
            touches(found.boundary, bbox),
            after ? behind(found, parcelCursor.decode(after)) : undefined,
          ),
        )
        .orderBy(desc(found.listedOn), desc(found.code))
        .limit(limit);
    }
    return walk(and(others, bbox ? touchesOften(parcels.boundary, bbox) : undefined), limit, after);
  }

  /** The first condition that no more than `few` parcels meet; undefined when there is none. */
  async function firstOfFew(candidates: readonly (SQL | undefined)[]): Promise<SQL | undefined> {
    for (const condition of candidates) {
      if (condition && (await countUpTo(db, parcels, condition, few)) !== null) return condition;
    }
    return undefined;
  }

  async function count(filter: NarrowedFilter): Promise<number | null> {
    const { bbox, holder, regions } = filter;
    if (bbox) {
      return countUpTo(db, parcels, and(conditions(filter, parcels), touches(parcels.boundary, bbox)));
    }
    if (holder || regions) return db.$count(parcels, conditions(filter, parcels));
    const [row] = await db
      .select({ count: sql<number>`coalesce(sum(${parcelCounts.count}), 0)::int` })
      .from(parcelCounts)
      .where(countedConditions(filter, parcelCounts));
    return row!.count;
  }

  return search;
}

function checkFilter({ bbox, region, landUse }: ParcelFilter): void {
  if (bbox) checkBoundingBox(bbox);
  checkRegion(region);
  checkLandUse(landUse);
}

/** The filter without its box. */
function conditions(filter: NarrowedFilter, columns: Columns): SQL | undefined {
  return and(
    countedConditions(filter, columns),
    withinBounds(filter, columns),
    filter.holder ? eq(columns.holderUscc, filter.holder) : undefined,
  );
}

function withinBounds({ regions }: NarrowedFilter, columns: Pick<Columns, 'regionCode'>): SQL | undefined {
  return regions ? withinRegions(columns.regionCode, regions) : undefined;
}

/** The part of the filter that the view of counts knows too. */
function countedConditions(
  { region, landUse }: ParcelFilter,
  columns: Pick<Columns, 'regionCode' | 'landUseCode'>,
): SQL | undefined {
  return and(
    region ? inRegion(columns.regionCode, region) : undefined,
    landUse ? ofLandUse(columns.landUseCode, landUse) : undefined,
  );
}

function behind(columns: Pick<Columns, 'listedOn' | 'code'>, [listedOn, code]: CursorParts): SQL {
  return sql`(${columns.listedOn}, ${columns.code}) < (${listedOn}::date, ${code}::text)`;
}
