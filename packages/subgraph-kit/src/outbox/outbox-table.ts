import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  index,
  jsonb,
  pgSequence,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

export type OutboxTable = ReturnType<typeof defineOutbox>;
export type OutboxRow = OutboxTable['$inferSelect'];

/**
 * What a department has to tell others, written in the transaction of the change. The relay publishes it.
 *
 * @example export const outbox = defineOutbox();
 */
export function defineOutbox() {
  return pgTable(
    'outbox',
    {
      /** Ascending among the rows of a key, whose transactions follow each other. Not the order of commits. */
      id: bigserial({ mode: 'bigint' }).primaryKey(),
      /** What kind of event it is, such as `case_changed`: the channel of PostgreSQL that it is told on. */
      topic: text().notNull(),
      /** What it is about. Rows of one key are published in their order. */
      key: text().notNull(),
      payload: jsonb().$type<Record<string, unknown>>().notNull(),
      /** The client that filed the case that it is about, for what that client asks. Null for all else. */
      filedThrough: text('filed_through'),
      createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
      /**
       * The order in which rows are told and published, from outbox_positions, with gaps. Whoever has read up to a position misses
       * nothing by asking for what is behind it. Null until the relay has told followers in the department.
       */
      position: bigint({ mode: 'bigint' }),
      /** Null until the row is published everywhere. */
      publishedAt: timestamp('published_at', { withTimezone: true, mode: 'string' }),
    },
    (table) => [
      index('outbox_untold')
        .on(table.id)
        .where(sql`position is null`),
      index('outbox_unpublished')
        .on(table.position)
        .where(sql`published_at is null`),
      index('outbox_published').on(table.publishedAt),
      uniqueIndex('outbox_position').on(table.position),
      index('outbox_filed')
        .on(table.filedThrough, table.position)
        .where(sql`filed_through is not null`),
    ],
  );
}

/** @example export const outboxPositions = defineOutboxPositions(); */
export function defineOutboxPositions() {
  return pgSequence('outbox_positions');
}
