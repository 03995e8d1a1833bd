import { fileURLToPath } from 'node:url';
import type { TableRights } from '@yiwang/subgraph-kit';

export const NAME = 'tax';
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/**
 * What the serving process may do with the rows of each table, besides those of the kit. Taxpayers and deed taxes are added and voided;
 * whoever locks a taxpayer needs the right to change a column, and the form of its name that is searched follows from the name.
 */
export const RIGHTS = {
  arrears: 'select',
  assessed_taxes: 'select, insert',
  credit_grades: 'select',
  declarations: 'select, insert, delete',
  deed_taxes: 'select, insert, delete',
  invoice_totals: 'select',
  payments: 'select',
  tax_authorities: 'select, insert',
  taxpayer_registrations: 'select, insert',
  taxpayers: 'select, insert, update (search_name), delete',
  voided_deed_taxes: 'select, insert',
  voided_taxpayers: 'select, insert',
} as const satisfies TableRights;

/** Counts that seed and import bring up to date. */
export const VIEWS = ['taxpayer_counts', 'graded_counts'];

/** Types of registers, which a replica may answer. What is decided on, such as arrears, is of the primary. */
export const REPLICA_TYPES: readonly string[] = [
  'Taxpayer',
  'CreditGrade',
  'AssessedTax',
  'TaxPeriod',
  'TaxDeclaration',
  'TaxPayment',
  'InvoiceTotal',
  'Enterprise',
  'Region',
];
