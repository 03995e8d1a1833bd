import { sql } from 'drizzle-orm';
import { date, index, integer, jsonb, numeric, pgMaterializedView, pgTable, text } from 'drizzle-orm/pg-core';
import { polygonColumn } from './polygon-column.ts';

/** Where a row comes from: an imported register or the generator. */
const source = () => text({ enum: ['REGISTER', 'GENERATED'] }).notNull();

/** The register's line, column by column, as it was read. Null for generated rows. */
const original = () => jsonb().$type<Record<string, string>>();

/** The day a list is sorted by, 0001-01-01 where there is none: sorting then needs no case for null. */
const listedOn = (day: string) =>
  date('listed_on', { mode: 'string' })
    .notNull()
    .generatedAlwaysAs(sql.raw(`coalesce(${day}, date '0001-01-01')`));

/** Source: GB/T 21010-2017, from @yiwang/codes by seed and from the standard's table by import. */
export const landUses = pgTable(
  'land_uses',
  {
    /** 2 digits for a class, 4 for a kind. */
    code: text().primaryKey(),
    /** 1 class, 2 kind. */
    level: integer().notNull(),
    parentCode: text('parent_code'),
    name: text().notNull(),
  },
  (table) => [index('land_uses_parent').on(table.parentCode, table.code)],
);

/** Source: the generator. No register of parcels is public. One row a parcel. */
export const parcels = pgTable(
  'parcels',
  {
    /** 19 characters, GB/T 37346-2019. */
    code: text().primaryKey(),
    /** The first 6 characters of the code. */
    regionCode: text('region_code').notNull(),
    location: text(),
    areaM2: numeric('area_m2').notNull(),
    landUseCode: text('land_use_code'),
    /** USCC. Null when the holder is no enterprise. */
    holderUscc: text('holder_uscc'),
    holderName: text('holder_name'),
    registeredOn: date('registered_on', { mode: 'string' }),
    listedOn: listedOn('registered_on'),
    /** Degrees of WGS 84. */
    boundary: polygonColumn(),
    source: source(),
  },
  (table) => [
    // The order of the list, and what filters compare: what does not match is passed over in the index, without its row.
    index('parcels_in_order').on(table.listedOn, table.code, table.regionCode, table.landUseCode),
    index('parcels_holder').on(table.holderUscc, table.listedOn, table.code),
    index('parcels_region').on(table.regionCode),
    index('parcels_land_use').on(table.landUseCode),
    index('parcels_boundary').using('gist', table.boundary),
  ],
);

/** Source: the generator, and decisions on cases (GRAPH), whose history is in unit_holder_events. One row a real-estate unit. */
export const realEstateUnits = pgTable(
  'real_estate_units',
  {
    /** 28 characters, GB/T 37346-2019. */
    code: text().primaryKey(),
    parcelCode: text('parcel_code')
      .notNull()
      .references(() => parcels.code, { onDelete: 'cascade' }),
    /** Null when no building stands there. */
    floorAreaM2: numeric('floor_area_m2'),
    holderUscc: text('holder_uscc'),
    holderName: text('holder_name'),
    registeredOn: date('registered_on', { mode: 'string' }),
    source: text({ enum: ['REGISTER', 'GENERATED', 'GRAPH'] }).notNull(),
  },
  (table) => [index('real_estate_units_parcel').on(table.parcelCode, table.code)],
);

/** Source: notices of land supply (landchina.com, Beijing) by import, and the generator. One row a supply. */
export const landSupplies = pgTable(
  'land_supplies',
  {
    /** 电子监管号, or the register's record id. */
    id: text().primaryKey(),
    projectName: text('project_name'),
    location: text(),
    /** 2, 4 or 6 digits: the smallest region that the names tell for sure. */
    regionCode: text('region_code'),
    regionText: text('region_text'),
    /** No reference: a register may name a parcel that is not held here. */
    parcelCode: text('parcel_code'),
    areaM2: numeric('area_m2'),
    areaFromStockM2: numeric('area_from_stock_m2'),
    landUseCode: text('land_use_code'),
    landUseText: text('land_use_text'),
    way: text({ enum: ['ALLOCATION', 'AGREEMENT', 'TENDER', 'AUCTION', 'LISTING', 'LEASE'] }),
    wayText: text('way_text'),
    useYears: numeric('use_years'),
    useYearsText: text('use_years_text'),
    industryText: text('industry_text'),
    gradeText: text('grade_text'),
    /** Yuan, exact. */
    priceCny: numeric('price_cny'),
    /** USCC. Null when the register gives none, as all that were met do. */
    holderUscc: text('holder_uscc'),
    /** In the form of normaliseName of @yiwang/codes. */
    holderName: text('holder_name'),
    /** What the holder is found by: its USCC, or its name where there is none. The two never look alike. */
    holderKey: text('holder_key').generatedAlwaysAs(sql`coalesce(holder_uscc, holder_name)`),
    floorAreaRatioMin: numeric('floor_area_ratio_min'),
    floorAreaRatioMax: numeric('floor_area_ratio_max'),
    signedOn: date('signed_on', { mode: 'string' }),
    listedOn: listedOn('signed_on'),
    deliverBy: date('deliver_by', { mode: 'string' }),
    startBy: date('start_by', { mode: 'string' }),
    completeBy: date('complete_by', { mode: 'string' }),
    approvedBy: text('approved_by'),
    source: source(),
    original: original(),
  },
  (table) => [
    // As parcels_in_order.
    index('land_supplies_in_order').on(
      table.listedOn,
      table.id,
      table.regionCode,
      table.landUseCode,
      table.way,
    ),
    index('land_supplies_holder').on(table.holderKey, table.listedOn, table.id),
    index('land_supplies_holder_name').on(table.holderName),
    index('land_supplies_parcel').on(table.parcelCode, table.listedOn, table.id),
    index('land_supplies_region').on(table.regionCode),
    index('land_supplies_land_use').on(table.landUseCode),
  ],
);

/** Source: notices of land transfer (landchina.com) by import. One row a transfer. */
export const landTransfers = pgTable(
  'land_transfers',
  {
    /** The register's record id. */
    id: text().primaryKey(),
    location: text(),
    regionCode: text('region_code'),
    regionText: text('region_text'),
    /** 19 characters; null when the register's number is no parcel code. */
    parcelCode: text('parcel_code'),
    parcelNumberText: text('parcel_number_text'),
    areaM2: numeric('area_m2'),
    landUseCode: text('land_use_code'),
    landUseText: text('land_use_text'),
    rightText: text('right_text'),
    useYears: numeric('use_years'),
    wayText: text('way_text'),
    /** Yuan, exact. */
    priceCny: numeric('price_cny'),
    dealtOn: date('dealt_on', { mode: 'string' }),
    listedOn: listedOn('dealt_on'),
    /** Both in the form of normaliseName of @yiwang/codes. */
    fromName: text('from_name').notNull(),
    toName: text('to_name').notNull(),
    source: source(),
    original: original(),
  },
  (table) => [
    // As parcels_in_order.
    index('land_transfers_in_order').on(table.listedOn, table.id, table.regionCode),
    index('land_transfers_from').on(table.fromName),
    index('land_transfers_to').on(table.toName),
  ],
);

/**
 * Parcels and their area by what a list is most often narrowed by: answers counts over a region's
 * subtree from a few thousand rows. Refreshed by seed and import.
 */
export const parcelCounts = pgMaterializedView('parcel_counts').as((query) =>
  query
    .select({
      regionCode: parcels.regionCode,
      landUseCode: parcels.landUseCode,
      count: sql<number>`count(*)::int`.as('count'),
      areaM2: sql<string>`sum(${parcels.areaM2})`.as('area_m2'),
    })
    .from(parcels)
    .groupBy(parcels.regionCode, parcels.landUseCode),
);

export type LandUseRow = typeof landUses.$inferSelect;
export type ParcelRow = typeof parcels.$inferSelect;
export type RealEstateUnitRow = typeof realEstateUnits.$inferSelect;
export type LandSupplyRow = typeof landSupplies.$inferSelect;
export type LandTransferRow = typeof landTransfers.$inferSelect;
