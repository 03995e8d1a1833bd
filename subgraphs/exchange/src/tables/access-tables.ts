import { bigint, index, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const moment = () => timestamp({ withTimezone: true, mode: 'string', precision: 3 });

/** The end of each gateway's log. It was returned to the gateway by its last report. */
export const accessLogs = pgTable('access_logs', {
  gateway: text().primaryKey(),
  /** Of the last record; 0 when there is none. */
  sequence: bigint({ mode: 'number' }).notNull(),
  hash: text().notNull(),
  /** Of the last record; null when there is none. */
  seal: text(),
});

/**
 * Who read what. Source: gateways, by recordAccesses. Rows are only added. Partitioned by month of `at`: the migration declares
 * it, and recordAccesses creates the partitions. The content of a record is its text; the other columns are there to find it.
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
    /** Null when the gateway has not sealed this record, but a later one. */
    seal: text(),
    client: text().notNull(),
    /** Types of the subjects. The key of each is at the same index in subjectKeys. */
    subjectTypes: text('subject_types').array().notNull(),
    /** Cut to the length that is worth indexing. */
    subjectKeys: text('subject_keys').array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.at, table.gateway, table.sequence] }),
    index('accesses_gateway').on(table.gateway, table.sequence),
    index('accesses_client').on(table.client, table.at, table.gateway, table.sequence),
    // A GIN index collects entries before it sorts them in. One row for each subject would cost several times as much to write.
    index('accesses_subject').using('gin', table.subjectKeys),
  ],
);

/** The enterprises whose data was read, once for each record. Partitioned like the records. */
export const accessEnterprises = pgTable(
  'access_enterprises',
  {
    at: moment().notNull(),
    gateway: text().notNull(),
    sequence: bigint({ mode: 'number' }).notNull(),
    /** USCC. */
    enterprise: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.at, table.gateway, table.sequence, table.enterprise] }),
    index('access_enterprises_enterprise').on(table.enterprise, table.at, table.gateway, table.sequence),
  ],
);

export type AccessRow = typeof accesses.$inferSelect;
export type AccessEnterpriseRow = typeof accessEnterprises.$inferSelect;
export type AccessLogRow = typeof accessLogs.$inferSelect;
