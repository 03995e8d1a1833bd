import { jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/**
 * Permits that were voided 撤销, and why. Source: the function void_permit, which removes the permit. Nobody reads it but operators. The
 * database lets the serving process only add rows.
 */
export const voidedPermits = pgTable('voided_permits', {
  number: text().primaryKey(),
  caseNumber: text('case_number').notNull().unique(),
  voidedAt: timestamp('voided_at', { withTimezone: true, mode: 'string' }).notNull(),
  /** The client that voided it. */
  client: text().notNull(),
  reason: text().notNull(),
  /** The rows that were removed, by column. */
  permit: jsonb().$type<Record<string, unknown>>().notNull(),
  permitEvents: jsonb('permit_events').$type<Record<string, unknown>[]>().notNull(),
});
