import { defineIdempotencyKeys } from '@yiwang/subgraph-kit/idempotency-table';
import { defineOutbox, defineOutboxPositions } from '@yiwang/subgraph-kit/outbox/tables';
import { definePrefills } from '@yiwang/subgraph-kit/prefill/tables';
import { defineMonthlyTotals } from '@yiwang/subgraph-kit/totals';
import { sql } from 'drizzle-orm';
import {
  bigint,
  date,
  foreignKey,
  index,
  integer,
  json,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { MATTER_STATES, STEP_STATES, type StepProblem } from './course/matter.ts';
import type { MatterDefinition } from './definition/definition.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const VERSION_STATES = ['DRAFT', 'IN_REVIEW', 'PUBLISHED', 'SUPERSEDED'] as const;

/** Matters 一件事 and their definitions, in versions. Source: officials; the definitions that come with the department. */
export const matterVersions = pgTable(
  'matter_versions',
  {
    /** Code of the matter: 12 characters, like the basic code of a service item. */
    matter: text().notNull(),
    /** From 1. */
    version: integer().notNull(),
    state: text({ enum: VERSION_STATES }).notNull(),
    /** One more at each change. */
    revision: integer().notNull().default(1),
    /** Not jsonb, which forgets the order of the fields of the form. */
    definition: json().$type<MatterDefinition>().notNull(),
    /** Who wrote some of it: somebody else publishes it. */
    editors: text().array().notNull(),
    changedAt: moment('changed_at').notNull(),
    publishedAt: moment('published_at'),
  },
  (table) => [
    primaryKey({ columns: [table.matter, table.version] }),
    uniqueIndex('matter_versions_published')
      .on(table.matter)
      .where(sql`state = 'PUBLISHED'`),
    uniqueIndex('matter_versions_open')
      .on(table.matter)
      .where(sql`state in ('DRAFT', 'IN_REVIEW')`),
  ],
);

/** Numbers of applications. They may have gaps. */
export const matterCaseNumbers = pgSequence('matter_case_numbers');

/** One application for a matter 联办件. Source: people (GRAPH), and the generator (GENERATED). */
export const matterCases = pgTable(
  'matter_cases',
  {
    number: text().primaryKey(),
    matter: text().notNull(),
    /** The version of the definition that is frozen into it. */
    definitionVersion: integer('definition_version').notNull(),
    state: text({ enum: MATTER_STATES }).notNull(),
    endsAs: text('ends_as', { enum: ['FAILED', 'WITHDRAWN'] }),
    reason: text(),
    /** 1 when it is made; one more at each change. */
    version: integer().notNull().default(1),
    /** The enterprise that applies. Null when a person does. */
    applicantUscc: text('applicant_uscc'),
    /** The person who applies for itself (`sub`). Null when an enterprise does. */
    applicantUser: text('applicant_user'),
    /** The person who made it (`sub`). */
    filedBy: text('filed_by').notNull(),
    regionCode: text('region_code').notNull(),
    form: jsonb().$type<Record<string, unknown>>().notNull(),
    startedAt: moment('started_at').notNull(),
    /** The day of it in China, by which lists are ordered. */
    startedOn: date('started_on', { mode: 'string' }).notNull(),
    submittedAt: moment('submitted_at'),
    endedAt: moment('ended_at'),
    promisedDays: integer('promised_days').notNull(),
    /** Last day of the promised time. Null until it is submitted. */
    dueOn: date('due_on', { mode: 'string' }),
    /** Who had it for how long, in milliseconds, and the working days that it took. Null until it ended, and when it was never submitted. */
    officialMs: bigint('official_ms', { mode: 'number' }),
    applicantMs: bigint('applicant_ms', { mode: 'number' }),
    machineMs: bigint('machine_ms', { mode: 'number' }),
    workingDays: integer('working_days'),
    source: text({ enum: ['GRAPH', 'GENERATED'] }).notNull(),
  },
  (table) => [
    foreignKey({
      columns: [table.matter, table.definitionVersion],
      foreignColumns: [matterVersions.matter, matterVersions.version],
    }),
    index('matter_cases_applicant').on(table.applicantUscc, table.startedOn, table.number),
    index('matter_cases_applicant_user').on(table.applicantUser, table.startedOn, table.number),
    // What was submitted in a period, for how often steps are taken.
    index('matter_cases_submitted')
      .on(table.matter, table.submittedAt)
      .where(sql`submitted_at is not null`),
    // What ended in a period, for statistics and totals.
    index('matter_cases_ended_at')
      .on(table.endedAt)
      .where(sql`ended_at is not null`),
    // What is not done in the promised time.
    index('matter_cases_due')
      .on(table.dueOn, table.matter)
      .concurrently()
      .where(sql`ended_at is null and due_on is not null`),
  ],
);

/**
 * Applications that were submitted and ended, by the month in China in which they did, city and matter. Source: `addUpMonths`, when the month
 * is over: what has ended does not change any more.
 */
export const matterTotals = pgTable(
  'matter_totals',
  {
    /** Its first day. */
    month: date({ mode: 'string' }).notNull(),
    /** The first four digits of the region's code. */
    city: text().notNull(),
    matter: text().notNull(),
    completed: integer().notNull(),
    /** All others. */
    undone: integer().notNull(),
    /** Of those that were completed, as are all below. */
    overdue: integer().notNull(),
    workingDays: bigint('working_days', { mode: 'number' }).notNull(),
    officialMs: bigint('official_ms', { mode: 'number' }).notNull(),
    applicantMs: bigint('applicant_ms', { mode: 'number' }).notNull(),
    machineMs: bigint('machine_ms', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.month, table.city, table.matter] })],
);

export const monthlyTotals = defineMonthlyTotals();

/** The steps of an application, in the order of the definition. */
export const matterSteps = pgTable(
  'matter_steps',
  {
    caseNumber: text('case_number')
      .notNull()
      .references(() => matterCases.number),
    name: text().notNull(),
    position: smallint().notNull(),
    department: text().notNull(),
    state: text({ enum: STEP_STATES }).notNull(),
    attempt: integer().notNull(),
    /** Number of its case in the department. */
    departmentCase: text('department_case'),
    departmentCaseVersion: integer('department_case_version').notNull(),
    result: jsonb().$type<Record<string, unknown>>(),
    problems: jsonb().$type<readonly StepProblem[]>().notNull(),
    doneOrder: integer('done_order'),
  },
  (table) => [
    primaryKey({ columns: [table.caseNumber, table.name] }),
    uniqueIndex('matter_steps_department_case').on(table.department, table.departmentCase),
    // The cases that are followed.
    index('matter_steps_followed')
      .on(table.department, table.caseNumber)
      .where(
        sql`department_case is not null and state in ('AT_OFFICE', 'RETURNED', 'REFILING', 'WITHDRAWING')`,
      ),
  ],
);

/** What happened to applications, step by step. Rows are only added. */
export const matterEvents = pgTable(
  'matter_events',
  {
    caseNumber: text('case_number')
      .notNull()
      .references(() => matterCases.number),
    /** From 1, without a gap. */
    sequence: integer().notNull(),
    at: moment('at').notNull(),
    /** The step that changed. Null for the application as a whole. */
    step: text(),
    from: text(),
    to: text().notNull(),
    /** Who did it. */
    side: text({ enum: ['APPLICANT', 'DEPARTMENT', 'OPERATOR', 'MACHINE'] }).notNull(),
    /** The person (`sub`). Null when no person did it here. */
    person: text(),
    problems: jsonb().$type<readonly StepProblem[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseNumber, table.sequence] })],
);

/** What the forms of applications took from other departments. */
export const matterCasePrefills = definePrefills('matter_case_prefills', () => matterCases.number);

/** How far the changes of cases have been read, by the operation that reads them. */
export const feeds = pgTable('feeds', {
  /** SHA-256 of the operation. */
  operation: text().primaryKey(),
  department: text().notNull(),
  after: text(),
});

export const outbox = defineOutbox();
export const outboxPositions = defineOutboxPositions();

/** The keys of commands. Source: clients. */
export const idempotencyKeys = defineIdempotencyKeys();

export type MatterVersionRow = typeof matterVersions.$inferSelect;
export type MatterCaseRow = typeof matterCases.$inferSelect;
export type MatterStepRow = typeof matterSteps.$inferSelect;
export type MatterEventRow = typeof matterEvents.$inferSelect;
