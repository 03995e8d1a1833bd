import {
  defineCaseEvents,
  defineCaseNumbers,
  defineOfficials,
  placedCaseColumns,
  placedCaseIndexes,
} from '@yiwang/subgraph-kit/cases/tables';
import { defineOutbox, defineOutboxPositions } from '@yiwang/subgraph-kit/outbox/tables';
import { sql } from 'drizzle-orm';
import {
  bigint,
  date,
  index,
  jsonb,
  numeric,
  pgSequence,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** Names that clients have reserved 名称保留, also those that are not reserved any more. Source: clients, by reserveEnterpriseName. */
export const nameReservations = pgTable(
  'name_reservations',
  {
    /** The order in which they were made. May have gaps. */
    sequence: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** Such as N-00000017. */
    id: text()
      .notNull()
      .unique()
      .generatedAlwaysAs(sql`'N-' || lpad(sequence::text, greatest(8, length(sequence::text)), '0')`),
    /** Cleaned: one width, one kind of brackets. */
    name: text().notNull(),
    /** As enterprises.search_name: names are compared by it. */
    searchName: text('search_name').notNull(),
    regionCode: text('region_code').notNull(),
    /** The client. */
    reservedThrough: text('reserved_through').notNull(),
    /** What it is reserved for, as the client names it. */
    reference: text().notNull(),
    reservedAt: moment('reserved_at').notNull(),
    /** Last day, in China. While a case uses the name it is reserved for longer. */
    until: date({ mode: 'string' }).notNull(),
    /** The open case that uses it. Null when none does. */
    caseNumber: text('case_number'),
    /** Null while it is reserved; past `until` it is taken for expired by the next who wants the name. */
    ended: text({ enum: ['RELEASED', 'EXPIRED', 'REGISTERED'] }),
  },
  (table) => [
    uniqueIndex('name_reservations_held')
      .on(table.searchName)
      .where(sql`ended is null`),
    index('name_reservations_case').on(table.caseNumber),
  ],
);

/** The registrations that are applied for. Source: clients, by fileRegistration. One row an enterprise that is to be. */
export const cases = pgTable(
  'cases',
  {
    ...placedCaseColumns(),
    reservation: text()
      .notNull()
      .references(() => nameReservations.id),
    name: text().notNull(),
    typeCode: text('type_code').notNull(),
    industryCode: text('industry_code').notNull(),
    /** Yuan. */
    capitalCny: numeric('capital_cny').notNull(),
    businessScope: text('business_scope').notNull(),
    address: text().notNull(),
    /** Of the enterprise that was registered. Null before, and when that was voided. */
    uscc: text(),
    voidedOn: date('voided_on', { mode: 'string' }),
  },
  placedCaseIndexes,
);

export const caseEvents = defineCaseEvents(() => cases.number);
export const caseNumbers = defineCaseNumbers();
export const officials = defineOfficials();
export const outbox = defineOutbox();
export const outboxPositions = defineOutboxPositions();

/** Where new USCCs come from: each number makes one, and is used once; see made-uscc.ts. */
export const usccNumbers = pgSequence('uscc_numbers', { minValue: 0, startWith: 0 });

/**
 * Registrations that were voided 撤销登记, and why. Source: the function void_registration, which removes the enterprise. Nobody reads
 * it but operators, and whoever looks for a USCC that is free. The database lets the serving process only add rows.
 */
export const voidedRegistrations = pgTable('voided_registrations', {
  uscc: text().primaryKey(),
  caseNumber: text('case_number').notNull(),
  voidedAt: moment('voided_at').notNull(),
  /** The client that voided it. */
  client: text().notNull(),
  reason: text().notNull(),
  /** The rows that were removed, by column. */
  enterprise: jsonb().$type<Record<string, unknown>>().notNull(),
  mandates: jsonb().$type<Record<string, unknown>[]>().notNull(),
  mandateEvents: jsonb('mandate_events').$type<Record<string, unknown>[]>().notNull(),
});

export type ReservationRow = typeof nameReservations.$inferSelect;
export type RegistrationRow = typeof cases.$inferSelect;
