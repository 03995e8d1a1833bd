import { pgTable, text } from 'drizzle-orm/pg-core';
import { caseColumns, defineCaseEvents } from '../../src/cases/tables.ts';
import { defineIdempotencyKeys } from '../../src/commands/idempotency-table.ts';
import { defineOutbox, defineOutboxPositions } from '../../src/outbox/outbox-table.ts';

// A department of dogs: fixtures/case-migrations was written from this.

export const cases = pgTable('cases', {
  ...caseColumns(),
  town: text().notNull(),
});
export const caseEvents = defineCaseEvents(() => cases.number);
export const outbox = defineOutbox();
/** For the migration. @public */
export const outboxPositions = defineOutboxPositions();
export const idempotencyKeys = defineIdempotencyKeys();

export type DogCase = typeof cases.$inferSelect;
