import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { serviceItems } from '../tables.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** Which coordinate was read of whom, and when. Never its value. */
export interface OfferEvidence {
  coordinate: string;
  department: string;
  sharing: 'UNCONDITIONAL' | 'CONDITIONAL';
  readAt: string;
}

/** Numbers of offers. They may have gaps. */
export const offerNumbers = pgSequence('offer_numbers');

/**
 * What was offered to whom without an application 免申即享. Source: runs (see offer_runs), and the answers of applicants. One row an item's
 * version and an enterprise.
 */
export const offers = pgTable(
  'offers',
  {
    /** Such as OF-2026-00000017. */
    id: text().primaryKey(),
    itemCode: text('item_code')
      .notNull()
      .references(() => serviceItems.code),
    version: integer().notNull(),
    uscc: text().notNull(),
    state: text({ enum: ['OFFERED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN'] }).notNull(),
    /** Counts the changes, so that nobody answers what he has not seen. */
    revision: integer().notNull(),
    madeAt: moment('made_at').notNull(),
    /** Last day. */
    validUntil: date('valid_until', { mode: 'string' }).notNull(),
    evidence: jsonb().$type<OfferEvidence[]>().notNull(),
    /** Index of the row of the conditions that holds. */
    entitledBy: integer('entitled_by').notNull(),
    /** The run that read it last. */
    runId: bigint('run_id', { mode: 'number' }).notNull(),
    changedAt: moment('changed_at').notNull(),
    /** The person who accepted or declined it. */
    answeredBy: text('answered_by'),
    /** Set in the transaction that makes the case, before it. */
    caseNumber: text('case_number'),
  },
  (table) => [
    uniqueIndex('offers_enterprise').on(table.uscc, table.itemCode, table.version),
    index('offers_list').on(table.uscc, table.id),
    uniqueIndex('offers_case')
      .on(table.caseNumber)
      .where(sql`case_number is not null`),
    index('offers_open')
      .on(table.itemCode, table.version)
      .where(sql`state = 'OFFERED'`),
  ],
);

/**
 * The runs that look for who is entitled. Source: the nightly start, and officials. One row a run; its cursor is behind the last page that
 * was written, so that a process that takes its place goes on there.
 */
export const offerRuns = pgTable(
  'offer_runs',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    itemCode: text('item_code')
      .notNull()
      .references(() => serviceItems.code),
    version: integer().notNull(),
    /** The only enterprise that it looks at; null for all. */
    uscc: text(),
    /** The night of a nightly run; null for one that an official, or a change, started. */
    night: date({ mode: 'string' }),
    startedBy: text('started_by').notNull(),
    startedAt: moment('started_at').notNull(),
    /** Cursor of the document's list; null at its beginning. */
    cursor: text(),
    state: text({ enum: ['RUNNING', 'FINISHED', 'FAILED'] }).notNull(),
    finishedAt: moment('finished_at'),
    /** Why it failed, or what it met last. */
    error: text(),
    /** How often the page at the cursor could not be read, one after the other. */
    tries: integer().notNull().default(0),
    triedAt: moment('tried_at'),
    pages: integer().notNull().default(0),
    read: integer().notNull().default(0),
    entitled: integer().notNull().default(0),
    offered: integer().notNull().default(0),
    /** Of whom something could not be read. */
    denied: integer().notNull().default(0),
    withdrawn: integer().notNull().default(0),
    /** Whether somebody could not be read of whom not even the USCC is known: then nothing is withdrawn. */
    isBlind: boolean('is_blind').notNull().default(false),
    /** Messages of denials, each once, at most 20. */
    denials: text().array().notNull().default([]),
  },
  (table) => [
    uniqueIndex('offer_runs_running')
      .on(table.itemCode)
      .where(sql`state = 'RUNNING' and uscc is null`),
    uniqueIndex('offer_runs_night')
      .on(table.itemCode, table.version, table.night)
      .where(sql`night is not null`),
    index('offer_runs_open')
      .on(table.id)
      .where(sql`state = 'RUNNING'`),
    // Those that look at one enterprise and have not done so yet.
    index('offer_runs_enterprise')
      .on(table.uscc, table.itemCode)
      .where(sql`state = 'RUNNING' and uscc is not null`),
    index('offer_runs_item').on(table.itemCode, table.id),
  ],
);

/** How far the changes of enterprises have been read, by department. Source: the follower of changes. */
export const offerFeeds = pgTable('offer_feeds', {
  /** Name of the root field that tells them. */
  feed: text().primaryKey(),
  /** Id of the last change whose runs were started. */
  after: text().notNull(),
});

export type OfferRow = typeof offers.$inferSelect;
export type OfferState = OfferRow['state'];
export type OfferRunRow = typeof offerRuns.$inferSelect;
