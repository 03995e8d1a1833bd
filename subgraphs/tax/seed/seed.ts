import { createPopulation } from '@yiwang/population';
import { openings, transfers } from '@yiwang/population/matters';
import type { DepartmentSeed } from '@yiwang/subgraph-kit';
import { VIEWS } from '../src/department.ts';
import { createAssessment } from './assessed-taxes.ts';
import { keepBooks } from './books.ts';
import { createDeclaring } from './declared.ts';
import {
  deedTaxColumns,
  deedTaxDeclarationRows,
  deedTaxRows,
  registrationColumns,
  registrationRows,
  registrationsByIndex,
  voidedDeedTaxColumns,
  voidedDeedTaxRows,
} from './matter-rows.ts';
import { createReckoning } from './reckoning.ts';
import {
  arrearsColumns,
  arrearsRows,
  assessedTaxColumns,
  assessedTaxRows,
  declarationColumns,
  declarationRows,
  invoiceColumns,
  invoiceRows,
  paymentColumns,
  paymentRows,
} from './tax-rows.ts';
import {
  authorityColumns,
  authorityRows,
  gradeColumns,
  gradeRows,
  taxpayerColumns,
  taxpayerRows,
} from './taxpayer-rows.ts';

/** Rows for each enterprise of the population, for the progress bar. */
const EXPECTED = { taxpayers: 0.74, grades: 1.9, assessed: 2.1, declarations: 8, payments: 4, invoices: 3.2 };

/** The made-up books of tax; README.md gives their proportions. */
export const seed: DepartmentSeed = {
  tables(scale) {
    const population = createPopulation({ scale });
    const { size } = population;
    const books = keepBooks(population);
    const taxesOf = createAssessment(population, books);
    const reckoning = createReckoning(population, books);
    const declaredBy = createDeclaring(population, books, taxesOf, reckoning);
    const registered = registrationsByIndex([...openings(population)]);
    const transferred = [...transfers(population)];
    return [
      { table: 'tax_authorities', columns: authorityColumns, rows: authorityRows(), expected: 380 },
      {
        table: 'taxpayers',
        columns: taxpayerColumns,
        rows: taxpayerRows(population, books, new Map([...registered].map(([i, { number }]) => [i, number]))),
        expected: size * EXPECTED.taxpayers,
      },
      {
        table: 'credit_grades',
        columns: gradeColumns,
        rows: gradeRows(population, books),
        expected: size * EXPECTED.grades,
      },
      {
        table: 'assessed_taxes',
        columns: assessedTaxColumns,
        rows: assessedTaxRows(books, taxesOf),
        expected: size * EXPECTED.assessed,
      },
      {
        table: 'declarations',
        columns: declarationColumns,
        rows: declarationRows(books, declaredBy),
        expected: size * EXPECTED.declarations,
      },
      {
        table: 'payments',
        columns: paymentColumns,
        rows: paymentRows(books, declaredBy),
        expected: size * EXPECTED.payments,
      },
      {
        table: 'arrears',
        columns: arrearsColumns,
        rows: arrearsRows(books, declaredBy),
        expected: size * 0.02,
      },
      {
        table: 'invoice_totals',
        columns: invoiceColumns,
        rows: invoiceRows(population, books, reckoning),
        expected: size * EXPECTED.invoices,
      },
      {
        table: 'taxpayer_registrations',
        columns: registrationColumns,
        rows: registrationRows(registered),
        expected: registered.size,
      },
      {
        table: 'deed_taxes',
        columns: deedTaxColumns,
        rows: deedTaxRows(transferred),
        expected: transferred.length,
      },
      {
        table: 'voided_deed_taxes',
        columns: voidedDeedTaxColumns,
        rows: voidedDeedTaxRows(transferred),
        expected: transferred.length / 10,
      },
      {
        table: 'declarations',
        columns: declarationColumns,
        rows: deedTaxDeclarationRows(transferred),
        expected: transferred.length,
      },
    ];
  },
  views: VIEWS,
};
