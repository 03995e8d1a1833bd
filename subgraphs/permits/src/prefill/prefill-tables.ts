import { jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { cases } from '../tables.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/**
 * What the form of a case took from other departments, and what the applicant said of it. Source: the gateway, which the department asks
 * as a client. One row a field of the form.
 */
export const casePrefills = pgTable(
  'case_prefills',
  {
    caseNumber: text('case_number')
      .notNull()
      .references(() => cases.number),
    /** With dots for fields in fields, such as `premises.areaM2`. */
    field: text().notNull(),
    /** By its name in the graph. */
    department: text().notNull(),
    /** Such as `Enterprise.name`. */
    coordinate: text().notNull(),
    sharing: text({ enum: ['UNCONDITIONAL', 'CONDITIONAL'] }).notNull(),
    /** UNFIT: it is no answer that the form takes. */
    state: text({ enum: ['FOUND', 'EMPTY', 'DENIED', 'SILENT', 'UNFIT'] }).notNull(),
    /** Null where there is none. */
    value: jsonb().$type<unknown>(),
    reason: text(),
    readAt: moment('read_at').notNull(),
    /** What the applicant says; null before. */
    verdict: text({ enum: ['CONFIRMED', 'DISPUTED'] }),
    problem: text(),
    proposal: text(),
    /** Number of the report of wrong data 疑义校核. Null until the exchange has it. */
    correction: text(),
    /** Why the exchange did not take the report; null where it did, or was not asked yet. */
    correctionError: text('correction_error'),
  },
  (table) => [primaryKey({ columns: [table.caseNumber, table.field] })],
);

export type CasePrefillRow = typeof casePrefills.$inferSelect;
