import { defineIdempotencyKeys } from '@yiwang/subgraph-kit/idempotency-table';
import { defineOutbox, defineOutboxPositions } from '@yiwang/subgraph-kit/outbox/tables';
import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { taxpayers } from '../tables.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** Yuan and fen: numeric keeps them exact. */
const cny = (name: string) => numeric(name, { precision: 20, scale: 2 });

/** How taxpayers were registered in the graph. Source: registerTaxpayer. One row a taxpayer with a reference. */
export const taxpayerRegistrations = pgTable('taxpayer_registrations', {
  taxpayerNo: integer('taxpayer_no')
    .primaryKey()
    .references(() => taxpayers.no, { onDelete: 'cascade' }),
  /** Application that registered it, and that alone may void it. */
  client: text().notNull(),
  at: moment('at').notNull(),
  /** As it was given; the name of the taxpayer may change by a list that is imported. */
  name: text().notNull(),
  /** As it was given: the region of the tax office. */
  region: text().notNull(),
  /** GB/T 4754. Null when none was given. */
  industry: text(),
});

/** Whose work was voided, and why. */
const voiding = {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  at: moment('at').notNull(),
  client: text().notNull(),
  /** `sub` of the person. Null for an application that acted for itself. */
  user: text(),
  reference: text().notNull(),
  reason: text().notNull(),
  /** All that was removed, by table. Null when there was nothing to remove: then nothing may come later either. */
  removed: jsonb().$type<Record<string, unknown>>(),
};

/** Registrations that were voided. Source: voidTaxpayer. The database lets the serving process only add rows. */
export const voidedTaxpayers = pgTable(
  'voided_taxpayers',
  { ...voiding, uscc: text().notNull() },
  (table) => [index('voided_taxpayers_reference').on(table.reference, table.uscc)],
);

/** Deed taxes 契税 that were assessed in the graph. Source: assessDeedTax. */
export const deedTaxes = pgTable(
  'deed_taxes',
  {
    /** The order in which they were assessed. May have gaps. */
    sequence: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** Such as DT-2026-00000017: the year of the day on which it was declared, then the sequence. */
    id: text()
      .notNull()
      .unique()
      .generatedAlwaysAs(
        sql`'DT-' || extract(year from filed_on)::integer::text || '-' || lpad(sequence::text, greatest(8, length(sequence::text)), '0')`,
      ),
    /** Real-estate unit, 28 characters. */
    unit: text().notNull(),
    /** USCC of an enterprise, or name of a person. */
    holder: text().notNull(),
    /** Whose declarations count it. Null for a person. */
    taxpayerNo: integer('taxpayer_no').references(() => taxpayers.no),
    priceCny: cny('price_cny').notNull(),
    /** Share of the price: 0.03 for 3 %. */
    rate: numeric({ precision: 6, scale: 5 }).notNull(),
    taxCny: cny('tax_cny').notNull(),
    /** GB/T 21010. Null when none was given. */
    landUse: text('land_use'),
    filedOn: date('filed_on', { mode: 'string' }).notNull(),
    at: moment('at').notNull(),
    /** Application for which it was assessed, and that alone may void it. */
    client: text().notNull(),
    reference: text().notNull(),
  },
  (table) => [
    uniqueIndex('deed_taxes_once').on(table.reference, table.unit, table.client),
    index('deed_taxes_taxpayer').on(table.taxpayerNo, table.filedOn),
    check('deed_taxes_price', sql`price_cny > 0`),
  ],
);

/** Deed taxes that were voided. Source: voidDeedTax. The database lets the serving process only add rows. */
export const voidedDeedTaxes = pgTable(
  'voided_deed_taxes',
  { ...voiding, unit: text().notNull() },
  (table) => [index('voided_deed_taxes_reference').on(table.reference, table.unit)],
);

export const idempotencyKeys = defineIdempotencyKeys();

export const outbox = defineOutbox();
export const outboxPositions = defineOutboxPositions();

export type DeedTaxRow = typeof deedTaxes.$inferSelect;
