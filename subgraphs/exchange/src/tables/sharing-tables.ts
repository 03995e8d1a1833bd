import { defineIdempotencyKeys } from '@yiwang/subgraph-kit/idempotency-table';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgSequence,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** Numbers of applications, grants and corrections. They may have gaps. */
export const sharingNumbers = pgSequence('sharing_numbers');

const APPLICATION_STATES = [
  'DRAFT',
  'SUBMITTED',
  'CHANGES_REQUESTED',
  'REFUSED',
  'APPROVED',
  'WITHDRAWN',
] as const;

const CORRECTION_STATES = ['SUBMITTED', 'ACCEPTED', 'REFUSED', 'ANSWERED', 'WITHDRAWN'] as const;

const SHARING_ACTIONS = [
  'CREATE',
  'REVISE',
  'SUBMIT',
  'WITHDRAW',
  'REQUEST_CHANGES',
  'EXTEND',
  'APPROVE',
  'REFUSE',
  'GRANT',
  'REPLACE',
  'REVOKE',
  'EXPIRE',
  'ACCEPT',
  'ANSWER',
] as const;

/** Sharing applications. Source: clients, by applyForSharing and createSharingApplication. */
export const sharingApplications = pgTable(
  'sharing_applications',
  {
    /** From sharing_numbers: the order in which they were made. */
    id: bigint({ mode: 'number' }).primaryKey(),
    /** Such as SA2026000017: the year in China, then the id. */
    number: text().notNull().unique(),
    state: text({ enum: APPLICATION_STATES }).notNull(),
    client: text().notNull(),
    clientDepartment: text('client_department'),
    /** The department that decides. */
    department: text().notNull(),
    /** Coordinates, sorted. */
    fields: text().array().notNull(),
    /** Codes; null for all regions. */
    regions: text().array(),
    basis: text().notNull(),
    purpose: text().notNull(),
    until: moment('until').notNull(),
    /** Id of the grant that it would renew. */
    renews: text(),
    /** Such as SB2026000016, for all applications that were made for one operation. Null for any other. */
    batch: text(),
    /** The last time that it was submitted. Null for a draft. */
    submittedAt: moment('submitted_at'),
    /** Null when no answer is due. */
    dueAt: moment('due_at'),
    /** Whether the time to answer has been extended since it was submitted. */
    extended: boolean().notNull().default(false),
    ruleSet: text('rule_set'),
    reason: text(),
  },
  (table) => [
    index('sharing_applications_client').on(table.client, table.id),
    index('sharing_applications_department').on(table.department, table.state, table.id),
    index('sharing_applications_due').on(table.dueAt),
    index('sharing_applications_batch').on(table.batch),
    // One renewal of a grant at a time.
    uniqueIndex('sharing_applications_renewal')
      .on(table.renews)
      .where(sql`state in ('SUBMITTED', 'CHANGES_REQUESTED')`),
    check('sharing_applications_waiting', sql`(state = 'SUBMITTED') = (due_at is not null)`),
  ],
);

/** Approved applications. Source: departments, by approveSharingApplication. A grant is never removed. */
export const grants = pgTable(
  'grants',
  {
    /** From sharing_numbers. */
    sequence: bigint({ mode: 'number' }).primaryKey(),
    /** Such as SG2026000009. */
    id: text().notNull().unique(),
    application: text()
      .notNull()
      .unique()
      .references(() => sharingApplications.number),
    client: text().notNull(),
    clientDepartment: text('client_department'),
    department: text().notNull(),
    /** Coordinates, sorted. */
    fields: text().array().notNull(),
    /** Codes; null for all regions. */
    regions: text().array(),
    basis: text().notNull(),
    purpose: text().notNull(),
    from: moment('from').notNull(),
    /** Exclusive. */
    until: moment('until').notNull(),
    /** When it was revoked or replaced. Null otherwise. */
    endedAt: moment('ended_at'),
    /** The grant that replaced it. Null when it was not replaced: a grant that ended early was then revoked. */
    replacedBy: text('replaced_by'),
    /** Why it was revoked. */
    reason: text(),
  },
  (table) => [
    index('grants_client').on(table.client, table.sequence),
    index('grants_department').on(table.department, table.sequence),
    index('grants_until').on(table.until),
  ],
);

/** One row, created by the migration: how often the grants in force have changed. Transactions lock it last. */
export const grantVersion = pgTable(
  'grant_version',
  {
    id: integer().primaryKey().default(1),
    version: integer().notNull(),
    /** Grants that expired until then are included in the version. */
    expiredUntil: moment('expired_until').notNull(),
  },
  () => [check('grant_version_one_row', sql`id = 1`)],
);

/** Corrections, that is, reports of wrong data. Source: clients, by reportCorrection. */
export const corrections = pgTable(
  'corrections',
  {
    /** From sharing_numbers. */
    id: bigint({ mode: 'number' }).primaryKey(),
    /** Such as SC2026000003. */
    number: text().notNull().unique(),
    state: text({ enum: CORRECTION_STATES }).notNull(),
    client: text().notNull(),
    clientDepartment: text('client_department'),
    department: text().notNull(),
    /** `Type.field`. */
    coordinate: text().notNull(),
    /** Key of the object whose data is wrong. */
    subject: text().notNull(),
    problem: text().notNull(),
    evidence: text(),
    proposal: text(),
    reportedAt: moment('reported_at').notNull(),
    /** Null when no answer is due. */
    dueAt: moment('due_at'),
    ruleSet: text('rule_set').notNull(),
    answer: text(),
  },
  (table) => [
    index('corrections_client').on(table.client, table.id),
    index('corrections_department').on(table.department, table.state, table.id),
    index('corrections_due').on(table.dueAt),
    check('corrections_waiting', sql`(state = 'SUBMITTED') = (due_at is not null)`),
  ],
);

/** The history of applications, grants and corrections. Rows are only added. */
export const sharingEvents = pgTable(
  'sharing_events',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** Number of the application or correction, or id of the grant. */
    subject: text().notNull(),
    /** What the subject is. */
    kind: text({ enum: ['APPLICATION', 'GRANT', 'CORRECTION'] }).notNull(),
    at: moment('at').notNull(),
    action: text({ enum: SHARING_ACTIONS }).notNull(),
    /** The state before; null for the first event. */
    from: text(),
    to: text().notNull(),
    client: text(),
    user: text(),
    department: text(),
    reason: text(),
    /** The department that answered. This and the next two are null unless the event is an answer. */
    answeredBy: text('answered_by'),
    inTime: boolean('in_time'),
    /** 0 for an answer on the same day. */
    workingDays: integer('working_days'),
  },
  (table) => [
    index('sharing_events_subject').on(table.subject, table.id),
    index('sharing_events_answers')
      .on(table.kind, table.at)
      .where(sql`answered_by is not null`),
  ],
);

/** Commands that were sent with a key, so that each is done once. */
export const idempotencyKeys = defineIdempotencyKeys();

export type SharingApplicationRow = typeof sharingApplications.$inferSelect;
export type GrantRow = typeof grants.$inferSelect;
export type CorrectionRow = typeof corrections.$inferSelect;
export type SharingEventRow = typeof sharingEvents.$inferSelect;
export type NewSharingEvent = typeof sharingEvents.$inferInsert;
