import {
  defineCaseEvents,
  defineCaseNumbers,
  defineOfficials,
  placedCaseColumns,
  placedCaseIndexes,
} from '@yiwang/subgraph-kit/cases/tables';
import { defineIdempotencyKeys } from '@yiwang/subgraph-kit/idempotency-table';
import { defineOutbox, defineOutboxPositions } from '@yiwang/subgraph-kit/outbox/tables';
import { date, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';

/** Source: people, by startTemplateCase. One row a request of one enterprise for one record. */
export const cases = pgTable('cases', { ...placedCaseColumns(), title: text().notNull() }, placedCaseIndexes);

/** What happened to the cases. Rows are only added. */
export const caseEvents = defineCaseEvents(() => cases.number);
export const caseNumbers = defineCaseNumbers();
export const officials = defineOfficials();

/** What the department has to tell others; the relay publishes it. */
export const outbox = defineOutbox();
export const outboxPositions = defineOutboxPositions();

/** The keys of commands. Source: clients. */
export const idempotencyKeys = defineIdempotencyKeys();

/**
 * Source: the register that `import` reads (source REGISTER), the generator (GENERATED), and decisions on cases (GRAPH). One row a
 * record.
 */
export const records = pgTable(
  'records',
  {
    number: text().primaryKey(),
    title: text().notNull(),
    issuedOn: date('issued_on', { mode: 'string' }).notNull(),
    holderUscc: text('holder_uscc').notNull(),
    /** The case that was granted. Null when there was none. */
    caseNumber: text('case_number').references(() => cases.number),
    source: text({ enum: ['REGISTER', 'GENERATED', 'GRAPH'] }).notNull(),
    /** The register's line, column by column, as it was read. Null for generated rows. */
    original: jsonb().$type<Record<string, string>>(),
  },
  (table) => [
    index('records_holder').on(table.holderUscc, table.number),
    uniqueIndex('records_case').on(table.caseNumber),
  ],
);

export type CaseRow = typeof cases.$inferSelect;
export type RecordRow = typeof records.$inferSelect;
