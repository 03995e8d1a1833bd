import { type BuildColumns, sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  date,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  type PgTableWithColumns,
  primaryKey,
  smallint,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { CaseDetails } from './facts.ts';
import { CASE_ACTIONS, CASE_STATES } from './transitions.ts';

const day = (name: string) => date(name, { mode: 'string' });
const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/**
 * The columns of a department's table of cases. The department adds what is applied for, where, and its indexes.
 *
 * @example export const cases = pgTable('cases', { ...caseColumns(), itemCode: text('item_code').notNull() });
 */
export function caseColumns() {
  return {
    /** 办件编号. */
    number: text().primaryKey(),
    state: text({ enum: CASE_STATES }).notNull(),
    /** 1 when it is made; each step adds 1. */
    version: integer().notNull().default(1),
    /** The enterprise that applies. Null when a person does, or when it is not known. */
    applicantUscc: text('applicant_uscc'),
    /** The person who applies for himself (`sub` of the token). Null when an enterprise does. */
    applicantUser: text('applicant_user'),
    /** The person who made the case, or for whom a client filed it. Null when it was not made here. */
    filedBy: text('filed_by'),
    /** The client that filed the case for the person, as one step of several departments. Null when the person did. */
    filedThrough: text('filed_through'),
    /** What it is part of, as that client names it, such as the number of a 联办件. Null when it is part of nothing. */
    reference: text(),
    /** The version of the form and guide that are frozen into the case. */
    formVersion: integer('form_version'),
    /** What the form holds. Null when it was not made here. */
    form: jsonb().$type<Record<string, unknown>>(),
    submittedAt: moment('submitted_at'),
    returnedAt: moment('returned_at'),
    followUpMaterials: text('follow_up_materials').array(),
    followUpBy: day('follow_up_by'),
    decision: text({ enum: ['GRANTED', 'DENIED'] }),
    decidedOn: day('decided_on'),
    rating: smallint(),
    statutoryDays: integer('statutory_days'),
    promisedDays: integer('promised_days'),
    acceptedOn: day('accepted_on'),
    statutoryDueOn: day('statutory_due_on'),
    dueOn: day('due_on'),
    suspendedOn: day('suspended_on'),
    extensionDays: integer('extension_days'),
    actBy: day('act_by'),
  };
}

/**
 * The columns of cases that officials of a region decide; see `createOfficials`. Their indexes are `placedCaseIndexes`.
 *
 * @example pgTable('cases', { ...placedCaseColumns(), title: text().notNull() }, placedCaseIndexes)
 */
export function placedCaseColumns() {
  return {
    ...caseColumns(),
    /** Where it was filed. */
    regionCode: text('region_code').notNull(),
    /** Day on which it was submitted, and of a draft that on which it was begun. */
    receivedOn: day('received_on').notNull(),
  };
}

/** The indexes behind the lists of an applicant and of an office. */
export function placedCaseIndexes(table: {
  [
    column in 'applicantUscc' | 'applicantUser' | 'receivedOn' | 'number' | 'actBy' | 'regionCode'
  ]: AnyPgColumn;
}) {
  return [
    index('cases_applicant')
      .on(table.applicantUscc, table.receivedOn, table.number)
      .where(sql`applicant_uscc is not null`),
    index('cases_applicant_user')
      .on(table.applicantUser, table.receivedOn, table.number)
      .where(sql`applicant_user is not null`),
    // What officials have to do, soonest first. The region is looked at without the row.
    index('cases_inbox')
      .on(table.actBy, table.number, table.regionCode)
      .where(sql`act_by is not null`),
  ];
}

/** Where the numbers of new cases come from; see `nextCaseNumber`. They may have gaps. */
export function defineCaseNumbers() {
  return pgSequence('case_numbers');
}

/** Who decides cases 工作人员, and where. Source: the generator; the department's administrator. */
export function defineOfficials() {
  return pgTable(
    'officials',
    {
      /** `sub` of the person's tokens. */
      user: text().notNull(),
      /** With all regions beneath it. */
      regionCode: text('region_code').notNull(),
      /** First day. */
      since: day('since').notNull(),
      /** Last day. Null while nobody has set one. */
      until: day('until'),
    },
    (table) => [primaryKey({ columns: [table.user, table.regionCode] })],
  );
}

/**
 * The timeline of the cases that go through `createCaseCommands`. Rows are only added: the role that serves has no other right.
 *
 * @param number the column `number` of the table of cases
 */
export function defineCaseEvents(number: () => AnyPgColumn) {
  return pgTable(
    'case_events',
    {
      caseNumber: text('case_number').notNull().references(number),
      /** The version of the case after the step: from 1, without a gap. */
      sequence: integer().notNull(),
      at: moment('at').notNull(),
      action: text({ enum: CASE_ACTIONS }).notNull(),
      /** Null for the first event. */
      from: text({ enum: CASE_STATES }),
      to: text({ enum: CASE_STATES }).notNull(),
      side: text({ enum: ['APPLICANT', 'OFFICIAL'] }).notNull(),
      /** The person (`sub` of the token). Null when an application acted for itself. */
      person: text(),
      client: text().notNull(),
      /** What gave the person the right: `mandate:…`, `self`, or the office; `filed:…` for the client that filed the case. */
      right: text().notNull(),
      reason: text(),
      details: jsonb().$type<CaseDetails>(),
      /** Milliseconds that this program took for the step. */
      machineMs: integer('machine_ms'),
    },
    (table) => [primaryKey({ columns: [table.caseNumber, table.sequence] })],
  );
}

/** What commands need of a department's table of cases. */
export type CasesTable = PgTableWithColumns<{
  name: string;
  schema: undefined;
  dialect: 'pg';
  columns: BuildColumns<string, ReturnType<typeof caseColumns>, 'pg'>;
}>;
export type CaseRow = CasesTable['$inferSelect'];
export type CaseEventsTable = ReturnType<typeof defineCaseEvents>;
export type CaseEventRow = CaseEventsTable['$inferSelect'];

/** What lists need of a table of cases: the department's may leave the region open. */
export type PlacedCasesTable = PgTableWithColumns<{
  name: string;
  schema: undefined;
  dialect: 'pg';
  columns: BuildColumns<string, ReturnType<typeof placedCaseColumns>, 'pg'>;
}>;
export type PlacedCaseRow = CaseRow & { regionCode: string | null; receivedOn: string };
export type OfficialsTable = ReturnType<typeof defineOfficials>;
