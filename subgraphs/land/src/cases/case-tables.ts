import {
  defineCaseEvents,
  defineCaseNumbers,
  defineOfficials,
  placedCaseColumns,
  placedCaseIndexes,
} from '@yiwang/subgraph-kit/cases/tables';
import { defineIdempotencyKeys } from '@yiwang/subgraph-kit/idempotency-table';
import { defineOutbox, defineOutboxPositions } from '@yiwang/subgraph-kit/outbox/tables';
import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  index,
  pgSequence,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { realEstateUnits } from '../tables.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/**
 * Source: clients that file cases for people, by fileLandCase. One row a request of one applicant. What it says is in `form`: see
 * RegistrationForm and PlanningForm.
 */
export const cases = pgTable(
  'cases',
  {
    ...placedCaseColumns(),
    kind: text({ enum: ['REAL_ESTATE_REGISTRATION', 'LAND_USE_PLANNING'] }).notNull(),
    /** The real-estate unit that is to be registered. Null for another kind. */
    unit: text().references(() => realEstateUnits.code),
    /** Number of the planning permit that was granted. Null when none was. */
    planningPermit: text('planning_permit').unique(),
    /** When what was granted was voided, and why. Both null when it was not. */
    voidedAt: moment('voided_at'),
    voidReason: text('void_reason'),
  },
  (table) => [
    ...placedCaseIndexes(table),
    // A unit has one registration under way.
    uniqueIndex('cases_open_unit')
      .on(table.unit)
      .where(sql`state in ('SUBMITTED', 'RETURNED', 'ACCEPTED', 'UNDER_REVIEW', 'SUSPENDED')`),
    check('cases_unit', sql`(kind = 'REAL_ESTATE_REGISTRATION') = (unit is not null)`),
  ],
);

/** What happened to the cases. Rows are only added. */
export const caseEvents = defineCaseEvents(() => cases.number);
export const caseNumbers = defineCaseNumbers();
export const officials = defineOfficials();

/** Numbers of planning permits. They may have gaps. */
export const planningPermits = pgSequence('planning_permits');

/** Units that are kept for one application. Source: holdRealEstateUnit. */
export const unitHolds = pgTable('unit_holds', {
  unit: text()
    .primaryKey()
    .references(() => realEstateUnits.code),
  /** Application that holds it, and that alone may release it or file its registration. */
  client: text().notNull(),
  /** What it is held for, as that client names it. */
  reference: text().notNull(),
  /** Who acquires the right: USCC of an enterprise, or name of a person. */
  holder: text().notNull(),
  at: moment('at').notNull(),
});

/** What happened to holds. Rows are only added. */
export const unitHoldEvents = pgTable(
  'unit_hold_events',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment('at').notNull(),
    /** REGISTERED ends a hold when its registration is granted. */
    action: text({ enum: ['HOLD', 'RELEASE', 'REGISTERED'] }).notNull(),
    unit: text().notNull(),
    client: text().notNull(),
    /** `sub` of the person. Null for an application that acted for itself. */
    user: text(),
    reference: text().notNull(),
    /** Null of a release that had nothing to release: then nothing may be held later either. */
    holder: text(),
    /** Null when nothing was said. */
    reason: text(),
  },
  (table) => [index('unit_hold_events_reference').on(table.reference, table.unit)],
);

/** Who held a unit before and after each registration in the graph. Rows are only added. */
export const unitHolderEvents = pgTable(
  'unit_holder_events',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment('at').notNull(),
    /** VOID gives the unit back to the holder before. */
    action: text({ enum: ['REGISTER', 'VOID'] }).notNull(),
    unit: text().notNull(),
    caseNumber: text('case_number')
      .notNull()
      .references(() => cases.number),
    client: text().notNull(),
    user: text(),
    beforeUscc: text('before_uscc'),
    beforeName: text('before_name'),
    beforeRegisteredOn: date('before_registered_on', { mode: 'string' }),
    beforeSource: text('before_source', { enum: ['REGISTER', 'GENERATED', 'GRAPH'] }).notNull(),
    afterUscc: text('after_uscc'),
    afterName: text('after_name'),
    /** Why it was voided. Null for a registration. */
    reason: text(),
  },
  (table) => [
    index('unit_holder_events_unit').on(table.unit, table.id),
    uniqueIndex('unit_holder_events_once').on(table.caseNumber, table.action),
  ],
);

/** What the department has to tell others; the relay publishes it. */
export const outbox = defineOutbox();
export const outboxPositions = defineOutboxPositions();

/** The keys of commands. Source: clients. */
export const idempotencyKeys = defineIdempotencyKeys();

export type LandCaseRow = typeof cases.$inferSelect;
export type LandCaseKind = LandCaseRow['kind'];

/** What a registration says. */
export interface RegistrationForm {
  /** Who acquires the right, by name. */
  holderName: string;
  /** Who holds it so far: USCC or name. Null when nobody does. */
  holderBefore: string | null;
  /** Yuan. Null when nothing was paid. */
  priceCny: string | null;
  /** Number of the deed tax that was declared. Null when none was. */
  deedTax: string | null;
}

/** What a planning permit is for. */
export interface PlanningForm {
  projectName: string;
  location: string;
  areaM2: string;
  /** GB/T 21010. */
  landUse: string;
  /** Null for land that is no parcel yet. */
  parcel: string | null;
}
