import { bigint, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const moment = () => timestamp({ withTimezone: true, mode: 'string', precision: 3 });

/** The end of the log of each gateway: what it was told last. */
export const accessLogs = pgTable('access_logs', {
  gateway: text().primaryKey(),
  /** Of the last record; 0 when there is none. */
  sequence: bigint({ mode: 'number' }).notNull(),
  hash: text().notNull(),
  /** Of the last record; null when there is none. */
  seal: text(),
});

/**
 * Who read what. Source: gateways, by recordAccesses. Rows are added only. Partitioned by month of `at`: the migration says
 * so, and the writer makes the partitions. What a record says is its text; the columns are there to find it.
 */
export const accesses = pgTable(
  'accesses',
  {
    at: moment().notNull(),
    gateway: text().notNull(),
    /** Counts up from 1 for each gateway. */
    sequence: bigint({ mode: 'number' }).notNull(),
    /** SHA-256 of the text. */
    hash: text().notNull(),
    /** Canonical JSON, exactly as the gateway wrote it. */
    text: text().notNull(),
    /** Null where the gateway has not sealed the record. */
    seal: text(),
    client: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.at, table.gateway, table.sequence] }),
    index('accesses_gateway').on(table.gateway, table.sequence),
    index('accesses_client').on(table.client, table.at, table.gateway, table.sequence),
  ],
);

/** Of whom it was read; partitioned as the records are. */
export const accessSubjects = pgTable(
  'access_subjects',
  {
    at: moment().notNull(),
    gateway: text().notNull(),
    sequence: bigint({ mode: 'number' }).notNull(),
    /** In the record, from 0. */
    place: integer().notNull(),
    type: text().notNull(),
    /** No more of it than an index takes. */
    key: text().notNull(),
    /** USCC of the enterprise that the key names, in the first of a record's subjects that does; null in all others. */
    enterprise: text(),
  },
  (table) => [
    primaryKey({ columns: [table.at, table.gateway, table.sequence, table.place] }),
    index('access_subjects_key').on(table.key, table.at, table.gateway, table.sequence),
    index('access_subjects_enterprise').on(table.enterprise, table.at, table.gateway, table.sequence),
  ],
);

export type AccessRow = typeof accesses.$inferSelect;
export type AccessSubjectRow = typeof accessSubjects.$inferSelect;
export type AccessLogRow = typeof accessLogs.$inferSelect;
