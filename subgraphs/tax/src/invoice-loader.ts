import { anyOf, createRowsLoader } from '@yiwang/subgraph-kit';
import { and, desc, lte, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type InvoiceTotalRow, invoiceTotals } from './tables.ts';

export interface InvoiceMonths {
  /** A day of the first month. */
  from?: string | null | undefined;
  /** A day of the last month. */
  to?: string | null | undefined;
}

/** The invoices of the months that one set of arguments asks for, last month first. Uses the primary key. */
export function createInvoiceLoader(db: PostgresJsDatabase, { from, to }: InvoiceMonths) {
  return createRowsLoader<InvoiceTotalRow>(
    ({ taxpayerNo }) => String(taxpayerNo),
    (nos) =>
      db
        .select()
        .from(invoiceTotals)
        .where(
          and(
            anyOf(invoiceTotals.taxpayerNo, nos),
            from == null
              ? undefined
              : sql`${invoiceTotals.month} >= date_trunc('month', ${from}::date)::date`,
            to == null ? undefined : lte(invoiceTotals.month, to),
          ),
        )
        .orderBy(desc(invoiceTotals.month)),
  );
}
