import { regionRange } from '@yiwang/codes';
import {
  anyOf,
  createLoadersByArguments,
  createRowLoader,
  createRowsLoader,
  defineLoaders,
} from '@yiwang/subgraph-kit';
import { and, asc, type Column, count, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { taxpayerColumns } from './columns.ts';
import { prepareDeclarationLoaders } from './declaration-loaders.ts';
import { createInvoiceLoader, type InvoiceMonths } from './invoice-loader.ts';
import type { ArrearsItemModel, CreditGradeModel, TaxpayerModel } from './models.ts';
import { preparePaymentLoaders } from './payment-loaders.ts';
import {
  type AssessedTaxRow,
  arrears,
  assessedTaxes,
  creditGrades,
  taxAuthorities,
  taxpayerCounts,
  taxpayers,
} from './tables.ts';
import { createTaxpayerSearch } from './taxpayer-search.ts';

export type Loaders = ReturnType<ReturnType<typeof prepareLoaders>>;

/**
 * The department's SQL is here and in the files named …-loaders and …-search. Statements are prepared
 * once for a database; the function that is returned makes one request's loaders, which forget
 * everything with the request. Keys of loaders "of a taxpayer" are row numbers as text.
 */
export function prepareLoaders(db: PostgresJsDatabase) {
  const keys = sql.placeholder('keys');
  const search = createTaxpayerSearch(db);

  const taxpayersById = db
    .select(taxpayerColumns)
    .from(taxpayers)
    .innerJoin(taxAuthorities, eq(taxAuthorities.no, taxpayers.authorityNo))
    .where(anyOf(taxpayers.id, keys))
    .prepare('taxpayers_by_id');

  const gradesByTaxpayer = db
    .select({
      taxpayerNo: creditGrades.taxpayerNo,
      year: creditGrades.year,
      grade: creditGrades.grade,
      authority: taxAuthorities.name,
      source: creditGrades.source,
    })
    .from(creditGrades)
    .innerJoin(taxpayers, eq(taxpayers.no, creditGrades.taxpayerNo))
    .innerJoin(taxAuthorities, eq(taxAuthorities.no, creditGrades.authorityNo))
    .where(anyOf(creditGrades.taxpayerNo, keys))
    .orderBy(
      desc(creditGrades.year),
      sql`${creditGrades.authorityNo} <> ${taxpayers.authorityNo}`,
      asc(creditGrades.authorityNo),
    )
    .prepare('grades_by_taxpayer');

  const taxesByTaxpayer = db
    .select()
    .from(assessedTaxes)
    .where(anyOf(assessedTaxes.taxpayerNo, keys))
    .orderBy(assessedTaxes.kind)
    .prepare('taxes_by_taxpayer');

  const arrearsByTaxpayer = db
    .select({
      taxpayerNo: arrears.taxpayerNo,
      kind: arrears.kind,
      since: arrears.since,
      amountCny: arrears.amountCny,
      source: arrears.source,
      totalCny: sql<string>`sum(${arrears.amountCny}) over (partition by ${arrears.taxpayerNo})`,
    })
    .from(arrears)
    .where(anyOf(arrears.taxpayerNo, keys))
    .orderBy(arrears.kind, arrears.since)
    .prepare('arrears_by_taxpayer');

  /** Each asked region, with the sum over its subtree: the view, and those that were registered in the graph. */
  function countsByRegion(codes: string[]) {
    const ends = codes.map((code) => regionRange(code).to);
    const isWithin = (column: Column) => sql`${column} >= asked.code and ${column} < asked.range_end`;
    const counted = db
      .select({ count: sql<number>`coalesce(sum(${taxpayerCounts.count}), 0)` })
      .from(taxpayerCounts)
      .where(isWithin(taxpayerCounts.regionCode));
    const registered = db
      .select({ count: count() })
      .from(taxpayers)
      .where(and(isNotNull(taxpayers.reference), isWithin(taxpayers.regionCode)));
    return db
      .select({ code: sql<string>`asked.code`, count: sql<number>`((${counted}) + (${registered}))::int` })
      .from(sql`unnest(${sql.param(codes)}::text[], ${sql.param(ends)}::text[]) as asked(code, range_end)`);
  }

  return defineLoaders({
    search,
    taxpayerById: createRowLoader<TaxpayerModel>(
      ({ id }) => id,
      (ids) => taxpayersById.execute({ keys: ids }),
    ),
    /** Last year first; of one year, that of the office in charge first. */
    creditGradesOf: createRowsLoader<CreditGradeModel>(
      ({ taxpayerNo }) => String(taxpayerNo),
      (nos) => gradesByTaxpayer.execute({ keys: nos }),
    ),
    /** In the order of TaxKind. */
    assessedTaxesOf: createRowsLoader<AssessedTaxRow>(
      ({ taxpayerNo }) => String(taxpayerNo),
      (nos) => taxesByTaxpayer.execute({ keys: nos }),
    ),
    /** By tax, then oldest first. */
    arrearsOf: createRowsLoader<ArrearsItemModel>(
      ({ taxpayerNo }) => String(taxpayerNo),
      (nos) => arrearsByTaxpayer.execute({ keys: nos }),
    ),
    declarations: createLoadersByArguments(prepareDeclarationLoaders(db)),
    payments: preparePaymentLoaders(db),
    invoiceTotals: createLoadersByArguments((months: InvoiceMonths) => createInvoiceLoader(db, months)),
    taxpayerCountOf: createRowLoader(({ code }) => code, countsByRegion),
  });
}
