import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgMaterializedView,
  pgTable,
  pgView,
  text,
} from 'drizzle-orm/pg-core';

/**
 * Source: the enterprise registers that `import` reads (source REGISTER), the generator (GENERATED), and registrations that officials
 * grant (GRAPH). One row an enterprise or branch.
 */
export const enterprises = pgTable(
  'enterprises',
  {
    /** Unified social credit code, 18 characters. */
    uscc: text().primaryKey(),
    /** Cleaned: one width, one kind of brackets. */
    name: text().notNull(),
    /** The name as partial-name search compares it: width folded, upper case, no blanks. */
    searchName: text('search_name').notNull(),
    /** What `pinyinInitials` makes of search_name; null until prepare.ts has filled it, in rows from before there was this column. */
    nameInitials: text('name_initials'),
    status: text({ enum: ['ACTIVE', 'REVOKED', 'DEREGISTERED', 'MOVED_OUT', 'SUSPENDED'] }).notNull(),
    /** Four digits; null when the register's text is not in the table of types. */
    typeCode: text('type_code'),
    typeText: text('type_text'),
    /** GB/T 4754: section, division, group or class. */
    industryCode: text('industry_code'),
    /** 2, 4, 6, 9 or 12 digits. May name a region that no longer exists. */
    regionCode: text('region_code'),
    /** Whole units of the currency. */
    capitalAmount: numeric('capital_amount'),
    /** ISO 4217. */
    capitalCurrency: text('capital_currency'),
    capitalText: text('capital_text'),
    registeredOn: date('registered_on', { mode: 'string' }),
    /** registered_on, or 0001-01-01 where there is none: lists are sorted by it without a case for null. */
    listedOn: date('listed_on', { mode: 'string' })
      .notNull()
      .generatedAlwaysAs(sql`coalesce(registered_on, date '0001-01-01')`),
    businessScope: text('business_scope'),
    /** USCC of the enterprise of which this is a branch. */
    parentUscc: text('parent_uscc').references((): AnyPgColumn => enterprises.uscc),
    source: text({ enum: ['REGISTER', 'GENERATED', 'GRAPH'] }).notNull(),
    /** The register's line, column by column, as it was read. Null for other rows. */
    original: jsonb().$type<Record<string, string>>(),
  },
  (table) => [
    // The order of the list, and what filters compare: what does not match is passed over in the index, without its row. The index of the
    // migrations has search_name besides, by "include", which Drizzle cannot say: names that many enterprises have are read in it.
    index('enterprises_in_named_order').on(
      table.listedOn,
      table.uscc,
      table.status,
      table.industryCode,
      table.regionCode,
      table.nameInitials,
    ),
    index('enterprises_inactive')
      .on(table.status, table.listedOn, table.uscc)
      .where(sql`status <> 'ACTIVE'`),
    index('enterprises_region').on(table.regionCode),
    index('enterprises_industry').on(table.industryCode),
    index('enterprises_parent').on(table.parentUscc, table.listedOn, table.uscc),
    index('enterprises_name_grams')
      .using('gin', sql`name_grams(${table.searchName})`)
      .with({ fastupdate: false }),
    index('enterprises_name_initials').on(table.nameInitials),
    // Whether a name is taken.
    index('enterprises_search_name').using('hash', table.searchName),
    // What enterprise_counts leaves out.
    index('enterprises_graph')
      .on(table.regionCode)
      .where(sql`source = 'GRAPH'`),
  ],
);

/** Source: as for enterprises. One row a name that an enterprise no longer has. */
export const formerNames = pgTable(
  'former_names',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    uscc: text()
      .notNull()
      .references(() => enterprises.uscc, { onDelete: 'cascade' }),
    name: text().notNull(),
    until: date({ mode: 'string' }),
  },
  (table) => [index('former_names_enterprise').on(table.uscc, table.until)],
);

/** Source: as for enterprises. One row a changed item. */
export const registrationChanges = pgTable(
  'registration_changes',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    uscc: text()
      .notNull()
      .references(() => enterprises.uscc, { onDelete: 'cascade' }),
    changedOn: date('changed_on', { mode: 'string' }).notNull(),
    item: text({
      enum: ['NAME', 'REGISTERED_CAPITAL', 'BUSINESS_SCOPE', 'REGION', 'TYPE', 'STATUS'],
    }).notNull(),
    before: text(),
    after: text(),
  },
  (table) => [index('registration_changes_enterprise').on(table.uscc, table.changedOn, table.id)],
);

/** Source: GB/T 4754-2017; sections and divisions from @yiwang/codes, groups and classes by import. */
export const industries = pgTable(
  'industries',
  {
    code: text().primaryKey(),
    level: integer().notNull(),
    parentCode: text('parent_code'),
    name: text().notNull(),
    note: text(),
  },
  (table) => [index('industries_parent').on(table.parentCode, table.code)],
);

/**
 * Enterprises of registers and of the generator, by what a list is most often narrowed by: answers counts over a region's subtree from a
 * few thousand rows instead of a million. Refreshed by seed and import.
 */
export const enterpriseCounts = pgMaterializedView('enterprise_counts').as((query) =>
  query
    .select({
      regionCode: enterprises.regionCode,
      industryCode: enterprises.industryCode,
      status: enterprises.status,
      count: sql<number>`count(*)::int`.as('count'),
    })
    .from(enterprises)
    .where(sql`source <> 'GRAPH'`)
    .groupBy(enterprises.regionCode, enterprises.industryCode, enterprises.status),
);

/** The same with those that were registered in the graph, which come and go between refreshes: several rows of the same columns. */
export const currentCounts = pgView('current_enterprise_counts').as((query) =>
  query
    .select({
      regionCode: enterpriseCounts.regionCode,
      industryCode: enterpriseCounts.industryCode,
      status: enterpriseCounts.status,
      count: enterpriseCounts.count,
    })
    .from(enterpriseCounts)
    .unionAll(
      query
        .select({
          regionCode: enterprises.regionCode,
          industryCode: enterprises.industryCode,
          status: enterprises.status,
          count: sql<number>`1`.as('count'),
        })
        .from(enterprises)
        .where(sql`source = 'GRAPH'`),
    ),
);

export type EnterpriseRow = typeof enterprises.$inferSelect;
export type FormerNameRow = typeof formerNames.$inferSelect;
export type RegistrationChangeRow = typeof registrationChanges.$inferSelect;
export type IndustryRow = typeof industries.$inferSelect;
