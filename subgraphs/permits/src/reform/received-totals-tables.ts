import { date, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';

/**
 * Cases by the month in which they were received and item, without drafts. Source: `addUpMonths`, when the month is over: which cases were
 * received in it does not change any more.
 */
export const receivedTotals = pgTable(
  'received_totals',
  {
    /** Its first day. */
    month: date({ mode: 'string' }).notNull(),
    serviceItemCode: text('service_item_code'),
    count: integer().notNull(),
  },
  (table) => [unique('received_totals_key').on(table.month, table.serviceItemCode).nullsNotDistinct()],
);
