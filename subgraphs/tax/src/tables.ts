import { isNull, sql } from 'drizzle-orm';
import {
  bigint,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgMaterializedView,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import { creditLevel, dataSource, filingPeriod, taxKind } from './enums.ts';

/** Yuan and fen: numeric keeps them exact. */
const cny = (name: string) => numeric(name, { precision: 20, scale: 2 });

/** The taxpayer's row number. Not its USCC: 4 bytes instead of 19, and in order as rows come in. */
const taxpayerNo = () =>
  integer('taxpayer_no')
    .notNull()
    .references(() => taxpayers.no, { onDelete: 'cascade' });

/** Source: the names in the lists that `import` reads, and the generator. */
export const taxAuthorities = pgTable('tax_authorities', {
  no: integer().primaryKey().generatedByDefaultAsIdentity(),
  name: text().notNull().unique(),
});

/**
 * Source: the lists of graded taxpayers that `import` reads (source REGISTER) and the generator
 * (GENERATED). One row a taxpayer number.
 */
export const taxpayers = pgTable(
  'taxpayers',
  {
    /** In the order in which rows came in; the order of lists. */
    no: integer().primaryKey().generatedByDefaultAsIdentity(),
    authorityNo: integer('authority_no')
      .notNull()
      .references(() => taxAuthorities.no),
    /** Year of the list that gave name and authority, so that an older list leaves them alone; null for generated rows. */
    listedYear: smallint('listed_year'),
    source: dataSource().notNull(),
    /** Taxpayer number: a USCC, or 15 characters. */
    id: text().notNull().unique(),
    /** 2, 4 or 6 digits out of the number. May name a region that no longer exists. */
    regionCode: text('region_code'),
    name: text().notNull(),
    /** The name as partial-name search compares it: width folded, upper case, no blanks. */
    searchName: text('search_name').notNull(),
    /** Reference of what it was registered for in the graph, such as the number of an application. Null for all others. */
    reference: text(),
    /**
     * What its grades are found by, as the function grade_terms writes it: each grade, each year, and each grade with its year (`A`, `2024`,
     * `A2024`). Null only until it has been filled.
     */
    grades: text().array().default([]),
  },
  (table) => [
    index('taxpayers_region').on(table.regionCode),
    // Those that the view of counts leaves out: they are counted as they are, because they come and go at any time.
    index('taxpayers_registered_region')
      .on(table.regionCode)
      .where(sql`reference is not null`),
    index('taxpayers_name_grams')
      .using('gin', sql`name_grams(${table.searchName})`)
      .with({ fastupdate: false }),
    index('taxpayers_grades').using('gin', table.grades).with({ fastupdate: false }),
    // Empty once all are filled.
    index('taxpayers_unfilled')
      .on(table.no)
      .where(sql`grades is null`),
  ],
);

/**
 * Source: as for taxpayers. One row a taxpayer, year and publishing office: offices of several
 * districts publish a grade for a taxpayer that is registered with each of them.
 */
export const creditGrades = pgTable(
  'credit_grades',
  {
    taxpayerNo: taxpayerNo(),
    authorityNo: integer('authority_no')
      .notNull()
      .references(() => taxAuthorities.no),
    grade: creditLevel().notNull(),
    source: dataSource().notNull(),
    year: smallint().notNull(),
    /** The list's line, column by column, as it was read. Null for generated rows. */
    original: jsonb().$type<Record<string, string>>(),
  },
  (table) => [primaryKey({ columns: [table.taxpayerNo, table.year, table.authorityNo] })],
);

/** Source: the generator; no public register holds it. One row a tax that a taxpayer must declare. */
export const assessedTaxes = pgTable(
  'assessed_taxes',
  {
    taxpayerNo: taxpayerNo(),
    kind: taxKind().notNull(),
    filingPeriod: filingPeriod('filing_period').notNull(),
    since: date({ mode: 'string' }).notNull(),
    source: dataSource().notNull(),
  },
  (table) => [primaryKey({ columns: [table.taxpayerNo, table.kind] })],
);

/**
 * Source: the generator. One row a taxpayer, period and tax. The key is the row's own content, in the
 * order in which declarations are read: millions of rows need no second index and no number.
 *
 * In parts by `ends_on`, one for each year, between one for all that is earlier and one for all that is later: the migration declares them, and `prepare`
 * makes those of coming years.
 */
export const declarations = pgTable(
  'declarations',
  {
    taxpayerNo: taxpayerNo(),
    /** Last day of the period; with the filing period it gives the first. */
    endsOn: date('ends_on', { mode: 'string' }).notNull(),
    filingPeriod: filingPeriod('filing_period').notNull(),
    kind: taxKind().notNull(),
    filedOn: date('filed_on', { mode: 'string' }).notNull(),
    source: dataSource().notNull(),
    /** Null where a tax is reckoned on something else than money: land, pollutants. */
    taxableCny: cny('taxable_cny'),
    taxCny: cny('tax_cny').notNull(),
  },
  (table) => [primaryKey({ columns: [table.taxpayerNo, table.endsOn, table.filingPeriod, table.kind] })],
);

/** Source: the generator. One row a certificate of payment; a period may be paid in parts. */
export const payments = pgTable(
  'payments',
  {
    /** 税票号码, 18 digits: fits a bigint. */
    number: bigint({ mode: 'bigint' }).notNull(),
    taxpayerNo: taxpayerNo(),
    paidOn: date('paid_on', { mode: 'string' }).notNull(),
    endsOn: date('ends_on', { mode: 'string' }).notNull(),
    filingPeriod: filingPeriod('filing_period').notNull(),
    kind: taxKind().notNull(),
    source: dataSource().notNull(),
    amountCny: cny('amount_cny').notNull(),
  },
  (table) => [primaryKey({ columns: [table.taxpayerNo, table.paidOn, table.number] })],
);

/** Source: the generator. One row a tax that was not paid when it was due. */
export const arrears = pgTable(
  'arrears',
  {
    taxpayerNo: taxpayerNo(),
    kind: taxKind().notNull(),
    /** Day on which it was due. */
    since: date({ mode: 'string' }).notNull(),
    source: dataSource().notNull(),
    amountCny: cny('amount_cny').notNull(),
  },
  (table) => [primaryKey({ columns: [table.taxpayerNo, table.kind, table.since] })],
);

/** Source: the generator. One row a taxpayer and month in which it issued invoices. */
export const invoiceTotals = pgTable(
  'invoice_totals',
  {
    taxpayerNo: taxpayerNo(),
    /** First day of the month. */
    month: date({ mode: 'string' }).notNull(),
    count: integer().notNull(),
    source: dataSource().notNull(),
    amountCny: cny('amount_cny').notNull(),
    taxCny: cny('tax_cny').notNull(),
  },
  (table) => [primaryKey({ columns: [table.taxpayerNo, table.month] })],
);

/**
 * Taxpayers by region code, without those that were registered in the graph: answers counts over a region's subtree from a few hundred
 * rows. Refreshed by seed and import.
 */
export const taxpayerCounts = pgMaterializedView('taxpayer_counts').as((query) =>
  query
    .select({ regionCode: taxpayers.regionCode, count: sql<number>`count(*)::int`.as('count') })
    .from(taxpayers)
    .where(isNull(taxpayers.reference))
    .groupBy(taxpayers.regionCode),
);

/** Taxpayers by year, grade and region code; one that several offices graded alike counts once. Refreshed by seed and import. */
export const gradedCounts = pgMaterializedView('graded_counts').as((query) =>
  query
    .select({
      year: creditGrades.year,
      grade: creditGrades.grade,
      regionCode: taxpayers.regionCode,
      count: sql<number>`count(distinct ${creditGrades.taxpayerNo})::int`.as('count'),
    })
    .from(creditGrades)
    .innerJoin(taxpayers, sql`${taxpayers.no} = ${creditGrades.taxpayerNo}`)
    .groupBy(creditGrades.year, creditGrades.grade, taxpayers.regionCode),
);

export type TaxpayerRow = typeof taxpayers.$inferSelect;
export type AssessedTaxRow = typeof assessedTaxes.$inferSelect;
export type DeclarationRow = typeof declarations.$inferSelect;
export type PaymentRow = typeof payments.$inferSelect;
export type InvoiceTotalRow = typeof invoiceTotals.$inferSelect;
