import { bigint, boolean, date, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { cases } from '../tables.ts';

const ms = (name: string) => bigint(name, { mode: 'number' }).notNull();

/** Who had cases, for how long: see `CaseTimes` of the kit. */
const times = () => ({
  applicantMs: ms('applicant_ms'),
  officialMs: ms('official_ms'),
  suspendedMs: ms('suspended_ms'),
  machineMs: ms('machine_ms'),
});

/**
 * How long cases took that were filed in the graph and decided. Source: the trigger of case_events, with each step from the decision on, and
 * that of cases when a permit is voided; `complete` of the seed for cases from before there was this table. One row a case.
 */
export const caseTimes = pgTable(
  'case_times',
  {
    caseNumber: text('case_number')
      .primaryKey()
      .references(() => cases.number, { onDelete: 'cascade' }),
    decidedOn: date('decided_on', { mode: 'string' }).notNull(),
    regionCode: text('region_code'),
    serviceItemCode: text('service_item_code'),
    /** And not voided. */
    granted: boolean().notNull(),
    overdue: boolean().notNull(),
    extended: boolean().notNull(),
    suspended: boolean().notNull(),
    ...times(),
  },
  (table) => [index('case_times_decided').on(table.decidedOn, table.regionCode)],
);

/** case_times by month of the decision, region and item, added up. Source: its trigger, with each row that changes. */
export const caseTotals = pgTable(
  'case_totals',
  {
    /** Its first day. */
    month: date({ mode: 'string' }).notNull(),
    regionCode: text('region_code'),
    serviceItemCode: text('service_item_code'),
    decided: integer().notNull(),
    granted: integer().notNull(),
    overdue: integer().notNull(),
    extended: integer().notNull(),
    suspended: integer().notNull(),
    ...times(),
  },
  (table) => [
    unique('case_totals_key').on(table.month, table.regionCode, table.serviceItemCode).nullsNotDistinct(),
  ],
);
