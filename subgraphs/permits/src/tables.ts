import { defineIdempotencyKeys } from '@yiwang/subgraph-kit/idempotency-table';
import { sql } from 'drizzle-orm';
import {
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgMaterializedView,
  pgTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { CaseDecision, CaseState, CaseStep, ServiceItemType, ServiceLevel } from './generated/types.ts';
import type { GuideStep, ShownMaterial } from './items/guides/guide.ts';

/** One thing to hand in, as service_items.materials holds it: that of a published guide, or what a register states. */
export interface Material extends Partial<Omit<ShownMaterial, 'name' | 'originals' | 'copies'>> {
  name: string;
  originals: number;
  copies: number;
  fromSharedData: boolean;
}

/**
 * One event of a timeline: the step, the days from the receipt to it, and a note where there is one.
 * A tuple, because there are several for each of millions of cases.
 */
export type TimelineEntry = readonly [step: CaseStep, day: number, note?: string];

/**
 * Source: the registers of service items that `import` reads (source REGISTER) and the generator
 * (GENERATED). One row an item that a department of a region offers. A guide's column is null where
 * the register does not state it; a guide that is published fills them all.
 */
export const serviceItems = pgTable(
  'service_items',
  {
    /** The full code as the register writes it, upper case. */
    code: text().primaryKey(),
    /** 12 characters; null when the full code is of a form that holds none. */
    basicCode: text('basic_code'),
    name: text().notNull(),
    /** The name as partial-name search compares it: width folded, upper case, no blanks. */
    searchName: text('search_name').notNull(),
    mainItem: text('main_item'),
    type: text().$type<ServiceItemType>().notNull(),
    departmentCode: text('department_code'),
    departmentName: text('department_name').notNull(),
    /** 2, 4, 6, 9 or 12 digits. */
    regionCode: text('region_code'),
    basis: text(),
    conditions: text().array(),
    materials: jsonb().$type<Material[]>(),
    /** What may be done with a case, in order; null where no guide was published. */
    steps: jsonb().$type<GuideStep[]>(),
    /** Working days. */
    statutoryDays: integer('statutory_days'),
    /** Working days. */
    promisedDays: integer('promised_days'),
    visits: integer(),
    /** Yuan. */
    feeCny: numeric('fee_cny'),
    /** 1 consult … 8 pay. */
    onlineDepth: integer('online_depth'),
    /** Highest first. */
    levels: text().array().$type<ServiceLevel[]>(),
    source: text({ enum: ['REGISTER', 'GENERATED'] }).notNull(),
    /** The register's line, column by column, as it was read. Null for generated rows. */
    original: jsonb().$type<Record<string, string>>(),
  },
  (table) => [
    index('service_items_region').on(table.regionCode),
    index('service_items_department').on(table.departmentCode),
    index('service_items_basic_code').on(table.basicCode, table.code),
    index('service_items_name_grams')
      .using('gin', sql`name_grams(${table.searchName})`)
      .with({ fastupdate: false }),
  ],
);

/** Source: the generator. One row a request of one applicant for one service item. */
export const cases = pgTable(
  'cases',
  {
    number: text().primaryKey(),
    serviceItemCode: text('service_item_code').references(() => serviceItems.code),
    applicantUscc: text('applicant_uscc'),
    regionCode: text('region_code'),
    state: text().$type<CaseState>().notNull(),
    /** Null while it is open, and when it ended without one. */
    decision: text().$type<CaseDecision>(),
    receivedOn: date('received_on', { mode: 'string' }).notNull(),
    dueOn: date('due_on', { mode: 'string' }),
    decidedOn: date('decided_on', { mode: 'string' }),
    /** First event first. */
    timeline: jsonb().$type<TimelineEntry[]>().notNull(),
    source: text({ enum: ['REGISTER', 'GENERATED'] }).notNull(),
  },
  (table) => [index('cases_applicant').on(table.applicantUscc, table.receivedOn, table.number)],
);

/** Source: the generator. One row a permit, also one that has ended. */
export const permits = pgTable(
  'permits',
  {
    number: text().primaryKey(),
    name: text().notNull(),
    serviceItemCode: text('service_item_code').references(() => serviceItems.code),
    holderUscc: text('holder_uscc'),
    issuingAuthority: text('issuing_authority').notNull(),
    regionCode: text('region_code'),
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
    /** Last day; null when it has no end. */
    validUntil: date('valid_until', { mode: 'string' }),
    /** Day on which it ended before its time, and how; both null when it did not. */
    endedOn: date('ended_on', { mode: 'string' }),
    endedBy: text('ended_by', { enum: ['REVOKED', 'CANCELLED'] }),
    caseNumber: text('case_number').references(() => cases.number),
    source: text({ enum: ['REGISTER', 'GENERATED'] }).notNull(),
  },
  (table) => [
    index('permits_holder').on(table.holderUscc, table.validFrom, table.number),
    uniqueIndex('permits_case').on(table.caseNumber),
  ],
);

/** Permits by exact region: answers counts over a region's subtree from a few hundred rows. Refreshed by seed and import. */
export const permitCounts = pgMaterializedView('permit_counts').as((query) =>
  query
    .select({ regionCode: permits.regionCode, count: sql<number>`count(*)::int`.as('count') })
    .from(permits)
    .groupBy(permits.regionCode),
);

/** The keys of commands. Source: clients. */
export const idempotencyKeys = defineIdempotencyKeys();

export type ServiceItemRow = typeof serviceItems.$inferSelect;
export type CaseRow = typeof cases.$inferSelect;
export type PermitRow = typeof permits.$inferSelect;
