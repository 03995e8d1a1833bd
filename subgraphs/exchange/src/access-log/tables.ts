import { bigint, index, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

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
    /** Of each subject, in their order; beside it, in the same place, stands its key. */
    subjectTypes: text('subject_types').array().notNull(),
    /** No more of each than is worth an index. */
    subjectKeys: text('subject_keys').array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.at, table.gateway, table.sequence] }),
    index('accesses_gateway').on(table.gateway, table.sequence),
    index('accesses_client').on(table.client, table.at, table.gateway, table.sequence),
    // Gathers entries before it sorts them in: a row of its own for each subject costs several times as much to write.
    index('accesses_subject').using('gin', table.subjectKeys),
  ],
);

/** The enterprises whose data was read, each once a record; partitioned as the records are. */
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
