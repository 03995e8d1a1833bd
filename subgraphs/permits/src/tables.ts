import { caseColumns, defineCaseEvents } from '@yiwang/subgraph-kit/cases/tables';
import { defineIdempotencyKeys } from '@yiwang/subgraph-kit/idempotency-table';
import { defineOutbox, defineOutboxPositions } from '@yiwang/subgraph-kit/outbox/tables';
import { defineMonthlyTotals } from '@yiwang/subgraph-kit/totals';
import { sql } from 'drizzle-orm';
import {
  check,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgMaterializedView,
  pgSequence,
  pgTable,
  pgView,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { CaseStep, ServiceItemType, ServiceLevel } from './generated/types.ts';
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
    /** What `pinyinInitials` makes of search_name; null until prepare.ts has filled it, in rows from before there was this column. */
    nameInitials: text('name_initials'),
    /**
     * What text search looks in, each part as search_name is written: name, main item, department and basis. A part ends with a line break,
     * which no part has.
     */
    searchText: text('search_text').notNull().default(''),
    /** The same of the guide that is published; null where none is. */
    guideText: text('guide_text'),
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
    index('service_items_name_initials').on(table.nameInitials),
    index('service_items_name_grams')
      .using('gin', sql`name_grams(${table.searchName})`)
      .with({ fastupdate: false }),
  ],
);

/** Numbers of cases that are filed in the graph. They may have gaps. */
export const caseNumbers = pgSequence('case_numbers');

/**
 * Source: the generator, which makes up what has happened (GENERATED), and people, by startCase (GRAPH). One row a request of one
 * applicant for one service item.
 */
export const cases = pgTable(
  'cases',
  {
    ...caseColumns(),
    serviceItemCode: text('service_item_code').references(() => serviceItems.code),
    /** The department that decides, as the item names it. Null where it was not filed in the graph. */
    departmentCode: text('department_code'),
    regionCode: text('region_code'),
    /** Of a draft the day on which it was begun. */
    receivedOn: date('received_on', { mode: 'string' }).notNull(),
    /** First event first. Null for a case that was filed in the graph: its events are in case_events. */
    timeline: jsonb().$type<TimelineEntry[]>(),
    /** Day on which the permit that it gave was voided: see voided_permits. */
    voidedOn: date('voided_on', { mode: 'string' }),
    source: text({ enum: ['REGISTER', 'GENERATED', 'GRAPH'] }).notNull(),
  },
  (table) => [
    index('cases_applicant').on(table.applicantUscc, table.receivedOn, table.number),
    index('cases_applicant_user')
      .on(table.applicantUser, table.receivedOn, table.number)
      .where(sql`applicant_user is not null`),
    // What officials have to do, soonest first. The region is looked at without the row.
    index('cases_inbox')
      .on(table.departmentCode, table.actBy, table.number, table.regionCode)
      .where(sql`act_by is not null`),
    // What case_times holds.
    index('cases_filed_decided')
      .on(table.number)
      .where(sql`filed_by is not null and decision is not null`),
    // What was received or decided in a month, for indices and savings, without the row.
    index('cases_received_facts').on(
      table.receivedOn,
      table.regionCode,
      table.serviceItemCode,
      table.filedBy,
      table.submittedAt,
    ),
    index('cases_decided_facts')
      .on(table.decidedOn, table.regionCode, table.dueOn, table.rating)
      .where(sql`decision is not null`),
    check(
      'cases_at_the_office',
      sql`filed_by is null or (act_by is not null) = (state in ('SUBMITTED', 'ACCEPTED', 'UNDER_REVIEW', 'SUSPENDED', 'DECIDED'))`,
    ),
  ],
);

/** What happened to the cases that were filed in the graph. Rows are only added. */
export const caseEvents = defineCaseEvents(() => cases.number);

export const outbox = defineOutbox();
export const outboxPositions = defineOutboxPositions();

/** Who decides cases 工作人员, for which department of a government and where. Source: the generator; the department's administrator. */
export const officials = pgTable(
  'officials',
  {
    /** `sub` of the person's tokens. */
    user: text().notNull(),
    /** As ServiceDepartment.code. */
    departmentCode: text('department_code').notNull(),
    /** With all regions beneath it. */
    regionCode: text('region_code').notNull(),
    /** First day. */
    since: date({ mode: 'string' }).notNull(),
    /** Last day. Null while nobody has set one. */
    until: date({ mode: 'string' }),
  },
  (table) => [primaryKey({ columns: [table.user, table.departmentCode, table.regionCode] })],
);

/** Source: the generator, and decisions on cases (GRAPH). One row a permit, also one that has ended. */
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
    /** Day since which it is suspended; null when it is not. */
    suspendedOn: date('suspended_on', { mode: 'string' }),
    caseNumber: text('case_number').references(() => cases.number),
    source: text({ enum: ['REGISTER', 'GENERATED', 'GRAPH'] }).notNull(),
  },
  (table) => [
    index('permits_holder').on(table.holderUscc, table.validFrom, table.number),
    uniqueIndex('permits_case').on(table.caseNumber),
    index('permits_graph')
      .on(table.regionCode)
      .where(sql`source = 'GRAPH'`),
  ],
);

/** Permits by exact region, but those that were granted in the graph: answers counts over a region's subtree from a few hundred rows. Refreshed by seed and import. */
export const permitCounts = pgMaterializedView('permit_counts').as((query) =>
  query
    .select({ regionCode: permits.regionCode, count: sql<number>`count(*)::int`.as('count') })
    .from(permits)
    .where(sql`source <> 'GRAPH'`)
    .groupBy(permits.regionCode),
);

/** The same with those that were granted in the graph, which come and go between refreshes: several rows of the same columns. */
export const currentPermitCounts = pgView('current_permit_counts').as((query) =>
  query
    .select({ regionCode: permitCounts.regionCode, count: permitCounts.count })
    .from(permitCounts)
    .unionAll(
      query
        .select({ regionCode: permits.regionCode, count: sql<number>`1`.as('count') })
        .from(permits)
        .where(sql`source = 'GRAPH'`),
    ),
);

export const monthlyTotals = defineMonthlyTotals();

/** The keys of commands. Source: clients. */
export const idempotencyKeys = defineIdempotencyKeys();

export type ServiceItemRow = typeof serviceItems.$inferSelect;
export type CaseRow = typeof cases.$inferSelect;
export type PermitRow = typeof permits.$inferSelect;
export type OfficialRow = typeof officials.$inferSelect;
