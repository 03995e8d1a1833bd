import { defineCertificates } from '@yiwang/subgraph-kit/certificate-tables';
import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { permits } from '../tables.ts';

/** The certificates of permits that were granted in the graph. */
export const certificates = defineCertificates();

/** How permits ended, were suspended or resumed in the graph. Rows are only added. Source: officials. */
export const permitEvents = pgTable(
  'permit_events',
  {
    id: uuid().primaryKey(),
    permitNumber: text('permit_number')
      .notNull()
      .references(() => permits.number),
    change: text({ enum: ['REVOKED', 'CANCELLED', 'SUSPENDED', 'RESUMED'] }).notNull(),
    /** Null of a permit that was resumed. */
    reason: text(),
    /** `sub` of the official, and the office by which it may. */
    person: text().notNull(),
    office: text().notNull(),
    client: text().notNull(),
    at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [index('permit_events_permit').on(table.permitNumber, table.at)],
);

export type PermitEventRow = typeof permitEvents.$inferSelect;
