import { regionRange } from '@yiwang/codes';
import {
  anyOf,
  askedKey,
  askedKeys,
  createLoadersByArguments,
  createPageLoader,
  createRowLoader,
  createRowsLoader,
  type CursorParts,
  defineLoaders,
  preparePages,
  withinRegions,
} from '@yiwang/subgraph-kit';
import type { CaseEventRow } from '@yiwang/subgraph-kit/cases/tables';
import { and, asc, count, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { caseEvents, cases, type LandCaseRow } from './cases/case-tables.ts';
import { createLandCaseInbox, createMyLandCases } from './cases/land-case-lists.ts';
import { prepareLandCertificateLoaders } from './certificates/certificate-loaders.ts';
import { transferColumns } from './columns.ts';
import { parcelCursor, unitCursor } from './cursors.ts';
import type { LandTransferModel } from './models.ts';
import { createParcelSearch } from './parcel-search.ts';
import { prepareSupplyLoaders } from './supply-loaders.ts';
import {
  type LandUseRow,
  landTransfers,
  landUses,
  type ParcelRow,
  parcelCounts,
  parcels,
  type RealEstateUnitRow,
  realEstateUnits,
} from './tables.ts';
import { createTransferSearch } from './transfer-search.ts';

export type Loaders = ReturnType<ReturnType<typeof prepareLoaders>>;

/**
 * The only SQL of the department, with the searches that it names. Statements are prepared once for a
 * database; the function that is returned makes one request's loaders, which forget everything with
 * the request.
 */
export function prepareLoaders(db: PostgresJsDatabase, now: () => Date) {
  const keys = sql.placeholder('keys');
  const searchParcels = createParcelSearch(db);
  const searchTransfers = createTransferSearch(db);

  const parcelsByCode = db.select().from(parcels).where(anyOf(parcels.code, keys)).prepare('parcels_by_code');

  const unitsByCode = db
    .select()
    .from(realEstateUnits)
    .where(anyOf(realEstateUnits.code, keys))
    .prepare('units_by_code');

  const transfersById = db
    .select(transferColumns)
    .from(landTransfers)
    .where(anyOf(landTransfers.id, keys))
    .prepare('transfers_by_id');

  const landUsesByCode = db
    .select()
    .from(landUses)
    .where(anyOf(landUses.code, keys))
    .prepare('land_uses_by_code');

  const landUsesByParent = db
    .select()
    .from(landUses)
    .where(anyOf(landUses.parentCode, keys))
    .orderBy(landUses.code)
    .prepare('land_uses_by_parent');

  const landCasesByNumber = db
    .select()
    .from(cases)
    .where(anyOf(cases.number, keys))
    .prepare('land_cases_by_number');

  /** Uses the primary key. */
  const eventsByLandCase = db
    .select()
    .from(caseEvents)
    .where(anyOf(caseEvents.caseNumber, keys))
    .orderBy(asc(caseEvents.caseNumber), asc(caseEvents.sequence))
    .prepare('land_case_events');

  /** Uses the index parcels_holder. */
  const parcelsOf = preparePages<ParcelRow>(parcelCursor, ({ keys, limit, after }) => {
    const page = db
      .select()
      .from(parcels)
      .where(and(eq(parcels.holderUscc, askedKey), inRegions, after ? behindParcel(after) : undefined))
      .orderBy(desc(parcels.listedOn), desc(parcels.code))
      .limit(limit)
      .as('page');
    return db.select(page._.selectedFields).from(askedKeys(keys)).crossJoinLateral(page);
  });

  const parcelCountsByHolder = db
    .select({ uscc: sql<string>`${parcels.holderUscc}`, count: count() })
    .from(parcels)
    .where(and(anyOf(parcels.holderUscc, keys), inRegions))
    .groupBy(parcels.holderUscc)
    .prepare('parcel_counts_by_holder');

  /** Uses the index real_estate_units_parcel. */
  const unitsOf = preparePages<RealEstateUnitRow>(unitCursor, ({ keys, limit, after }) => {
    const page = db
      .select()
      .from(realEstateUnits)
      .where(and(eq(realEstateUnits.parcelCode, askedKey), after ? behindUnit(after) : undefined))
      .orderBy(realEstateUnits.code)
      .limit(limit)
      .as('page');
    return db.select(page._.selectedFields).from(askedKeys(keys)).crossJoinLateral(page);
  });

  function unitCountsOf(codes: string[]) {
    return db
      .select({ parcelCode: realEstateUnits.parcelCode, count: count() })
      .from(realEstateUnits)
      .where(anyOf(realEstateUnits.parcelCode, codes))
      .groupBy(realEstateUnits.parcelCode);
  }

  /** Each asked region that has parcels, with number and area over its subtree. */
  function totalsByRegion(codes: string[]) {
    const ends = codes.map((code) => regionRange(code).to);
    return db
      .select({
        code: sql<string>`asked.code`,
        count: sql<number>`sum(${parcelCounts.count})::int`,
        areaM2: sql<string>`sum(${parcelCounts.areaM2})`,
      })
      .from(sql`unnest(${sql.param(codes)}::text[], ${sql.param(ends)}::text[]) as asked(code, range_end)`)
      .innerJoin(
        parcelCounts,
        sql`${parcelCounts.regionCode} >= asked.code and ${parcelCounts.regionCode} < asked.range_end`,
      )
      .groupBy(sql`asked.code`);
  }

  return defineLoaders({
    ...prepareLandCertificateLoaders(db),
    ...prepareSupplyLoaders(db),
    searchParcels,
    searchTransfers,
    parcelByCode: createRowLoader<ParcelRow>(
      ({ code }) => code,
      (codes) => parcelsByCode.execute({ keys: codes }),
    ),
    unitByCode: createRowLoader<RealEstateUnitRow>(
      ({ code }) => code,
      (codes) => unitsByCode.execute({ keys: codes }),
    ),
    transferById: createRowLoader<LandTransferModel>(
      ({ id }) => id,
      (ids) => transfersById.execute({ keys: ids }),
    ),
    landUseByCode: createRowLoader<LandUseRow>(
      ({ code }) => code,
      (codes) => landUsesByCode.execute({ keys: codes }),
    ),
    /** By code. */
    landUsesUnder: createRowsLoader<LandUseRow>(
      ({ parentCode }) => parentCode!,
      (parents) => landUsesByParent.execute({ keys: parents }),
    ),
    /** Last registered first; only those in the regions, unless they are null. */
    parcelsOf: createLoadersByArguments(({ regions }: { regions: readonly string[] | null }) =>
      defineLoaders({
        pageOf: createPageLoader<ParcelRow>(
          ({ holderUscc }) => holderUscc!,
          (usccs, limit, after) => parcelsOf(usccs, limit, after, { regions }),
        ),
        countOf: createRowLoader<{ uscc: string; count: number }>(
          ({ uscc }) => uscc,
          (usccs) => parcelCountsByHolder.execute({ keys: usccs, regions }),
        ),
      }),
    ),
    unitsOf: createPageLoader<RealEstateUnitRow>(({ parcelCode }) => parcelCode, unitsOf),
    unitCountOf: createRowLoader(({ parcelCode }) => parcelCode, unitCountsOf),
    parcelTotalsOf: createRowLoader(({ code }) => code, totalsByRegion),
    landCaseByNumber: createRowLoader<LandCaseRow>(
      ({ number }) => number,
      (numbers) => landCasesByNumber.execute({ keys: numbers }),
    ),
    /** First event first. */
    eventsOfLandCase: createRowsLoader<CaseEventRow>(
      ({ caseNumber }) => caseNumber,
      (numbers) => eventsByLandCase.execute({ keys: numbers }),
    ),
    myLandCases: createMyLandCases(db),
    landCaseInbox: createLandCaseInbox(db, now),
  });
}

const inRegions = withinRegions(parcels.regionCode, sql.placeholder('regions'));

function behindParcel([listedOn, code]: CursorParts): SQL {
  return sql`(${parcels.listedOn}, ${parcels.code}) < (${listedOn}::date, ${code}::text)`;
}

function behindUnit([code]: CursorParts): SQL {
  return sql`${realEstateUnits.code} > ${code}::text`;
}
