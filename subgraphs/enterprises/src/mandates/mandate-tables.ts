import { defineIdempotencyKeys } from '@yiwang/subgraph-kit/idempotency-table';
import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { enterprises } from '../tables.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** In what capacity somebody acts on a mandate. */
const ACTORS = ['LEGAL_REPRESENTATIVE', 'AGENT', 'OFFICIAL'] as const;

/**
 * Who may act for an enterprise. Source: legal representatives, by giveMandate; officials, by registerLegalRepresentative; and the
 * generator. A mandate is never removed, and never changed but by its end: triggers of the migration see to it.
 */
export const mandates = pgTable(
  'mandates',
  {
    /** The order in which they were given. May have gaps. */
    sequence: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** Such as M-2026-00000017: the year of its first day, then the sequence. */
    id: text()
      .notNull()
      .unique()
      .generatedAlwaysAs(
        sql`'M-' || extract(year from "from")::integer::text || '-' || lpad(sequence::text, greatest(8, length(sequence::text)), '0')`,
      ),
    kind: text({ enum: ['LEGAL_REPRESENTATIVE', 'AGENT'] }).notNull(),
    uscc: text()
      .notNull()
      .references(() => enterprises.uscc),
    /** The `sub` of the person's tokens. */
    person: text().notNull(),
    /** Basic codes of service items, sorted, 12 characters each. Null for all matters. */
    items: text().array(),
    /** First day, in China. */
    from: date({ mode: 'string' }).notNull(),
    /** Last day, through the whole of which it is in force. Null for a legal representative: until another one is registered. */
    until: date({ mode: 'string' }),
    givenAt: moment('given_at').notNull(),
    /** `sub` of the legal representative or the official. Null for an official's application that acted for itself. */
    givenBy: text('given_by'),
    /** Null while nobody has ended it. */
    revokedAt: moment('revoked_at'),
    /** `sub`, as givenBy. */
    revokedBy: text('revoked_by'),
    revokedAs: text('revoked_as', { enum: ACTORS }),
    /** Why it was revoked. */
    reason: text(),
    /** 1 when it is given, and one more for each change. */
    version: integer().notNull().default(1),
    source: text({ enum: ['GRAPH', 'GENERATED'] }).notNull(),
  },
  (table) => [
    index('mandates_person').on(table.person, table.sequence),
    index('mandates_enterprise').on(table.uscc, table.sequence),
    // What gateways ask for each second.
    index('mandates_open')
      .on(table.person)
      .where(sql`revoked_at is null`),
    uniqueIndex('mandates_one_legal_representative')
      .on(table.uscc)
      .where(sql`kind = 'LEGAL_REPRESENTATIVE' and revoked_at is null`),
    check('mandates_until', sql`(kind = 'LEGAL_REPRESENTATIVE') = (until is null) and until >= "from"`),
    check('mandates_items', sql`kind = 'AGENT' or items is null`),
    check('mandates_some_item', sql`cardinality(items) > 0`),
    check('mandates_revoked', sql`(revoked_at is null) = (revoked_as is null)`),
  ],
);

/** The history of mandates. The database lets the serving process only add rows. */
export const mandateEvents = pgTable(
  'mandate_events',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    mandate: bigint({ mode: 'number' })
      .notNull()
      .references(() => mandates.sequence),
    at: moment('at').notNull(),
    action: text({ enum: ['GIVE', 'REGISTER', 'REVOKE', 'GIVE_UP', 'REPLACE'] }).notNull(),
    as: text({ enum: ACTORS }).notNull(),
    /** Application by which it was done. Null for generated rows. */
    client: text(),
    /** `sub` of the person. Null for an application that acted for itself. */
    user: text(),
    /** What was said. Null when nothing was. */
    reason: text(),
  },
  (table) => [index('mandate_events_mandate').on(table.mandate, table.id)],
);

export const idempotencyKeys = defineIdempotencyKeys();

export type MandateRow = typeof mandates.$inferSelect;
export type MandateEventRow = typeof mandateEvents.$inferSelect;
