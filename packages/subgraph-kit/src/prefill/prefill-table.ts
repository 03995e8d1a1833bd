import { type AnyPgColumn, customType, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** Any JSON. drizzle's own column parses a text again that the client of PostgreSQL has read already: `"3675.67"` would be a number. */
const jsonValue = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => value,
});

export type PrefillTable = ReturnType<typeof definePrefills>;
export type PrefillRow = PrefillTable['$inferSelect'];

/**
 * What the form of a case took from other departments, and what the applicant said of it. Source: the gateway, which the department asks
 * as a client. One row a field of the form.
 *
 * @param numberOf the number of what the form belongs to
 * @example export const casePrefills = definePrefills('case_prefills', () => cases.number);
 */
export function definePrefills(name: string, numberOf: () => AnyPgColumn) {
  return pgTable(
    name,
    {
      caseNumber: text('case_number').notNull().references(numberOf),
      /** With dots for fields in fields, such as `premises.areaM2`. */
      field: text().notNull(),
      /** By its name in the graph. */
      department: text().notNull(),
      /** Such as `Enterprise.name`. */
      coordinate: text().notNull(),
      sharing: text({ enum: ['UNCONDITIONAL', 'CONDITIONAL'] }).notNull(),
      /** UNFIT: it is no answer that the form takes. NOT_ASKED: what it is found by is not known. */
      state: text({ enum: ['FOUND', 'EMPTY', 'DENIED', 'SILENT', 'UNFIT', 'NOT_ASKED'] }).notNull(),
      /** Null where there is none. */
      value: jsonValue(),
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
}
