import {
  type CursorParts,
  checkPageSize,
  type PageArguments,
  prepareSearch,
  toPage,
} from '@yiwang/subgraph-kit';
import { and, type Column, desc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { checkBoundingBox, touches, touchesOften } from './bounding-box.ts';
import { checkLandUse, checkRegion, inRegion, ofLandUse } from './code-ranges.ts';
import { parcelCursor } from './cursors.ts';
import type { ParcelFilter } from './generated/types.ts';
import type { ParcelConnectionModel } from './models.ts';
import { type ParcelRow, parcelCounts, parcels } from './tables.ts';

/** Above it a count would cost more than the page. */
const MOST_COUNTED = 10_000;

/** Up to so many parcels are sorted faster than the order is walked to find a page of them. */
const FEW = 5_000;

type Columns = Record<'code' | 'listedOn' | 'regionCode' | 'landUseCode' | 'holderUscc' | 'boundary', Column>;

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

  async function search(filter: ParcelFilter, page: PageArguments): Promise<ParcelConnectionModel> {
    checkPageSize(page.first);
    checkFilter(filter);
    const rows = await find(filter, page.first + 1, page.after ?? null);
    return { ...toPage(rows, page.first), countAll: () => count(filter) };
  }

  async function find(filter: ParcelFilter, limit: number, after: string | null) {
    const { bbox } = filter;
    const others = conditions(filter, parcels);
    const narrow = bbox && (await firstOfFew([touches(parcels.boundary, bbox), others]));
    if (narrow) {
      // The limit keeps the planner from taking the subquery apart and walking the order after all.
      const near = db.select(columns).from(parcels).where(narrow).limit(few).as('near');
      return db
        .select(near._.selectedFields)
        .from(near)
        .where(
          and(
            conditions(filter, near),
            touches(near.boundary, bbox),
            after ? behind(near, parcelCursor.decode(after)) : undefined,
          ),
        )
        .orderBy(desc(near.listedOn), desc(near.code))
        .limit(limit);
    }
    return walk(and(others, bbox ? touchesOften(parcels.boundary, bbox) : undefined), limit, after);
  }

  /** The first condition that no more than `few` parcels meet; undefined when there is none. */
  async function firstOfFew(candidates: readonly (SQL | undefined)[]): Promise<SQL | undefined> {
    for (const condition of candidates) {
      if (condition && (await countUpTo(condition, few + 1)) <= few) return condition;
    }
    return undefined;
  }

  async function count(filter: ParcelFilter): Promise<number | null> {
    const { bbox, holder } = filter;
    if (bbox) {
      const found = await countUpTo(
        and(conditions(filter, parcels), touches(parcels.boundary, bbox)),
        MOST_COUNTED + 1,
      );
      return found > MOST_COUNTED ? null : found;
    }
    if (holder) return countUpTo(conditions(filter, parcels));
    const [row] = await db
      .select({ count: sql<number>`coalesce(sum(${parcelCounts.count}), 0)::int` })
      .from(parcelCounts)
      .where(countedConditions(filter, parcelCounts));
    return row!.count;
  }

  async function countUpTo(condition: SQL | undefined, limit?: number): Promise<number> {
    const query = db
      .select({ one: sql`1`.as('one') })
      .from(parcels)
      .where(condition);
    const some = (limit === undefined ? query : query.limit(limit)).as('some');
    const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(some);
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
function conditions(filter: ParcelFilter, columns: Columns): SQL | undefined {
  return and(
    countedConditions(filter, columns),
    filter.holder ? eq(columns.holderUscc, filter.holder) : undefined,
  );
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
