import {
  bigint,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';

/** Operations that gateways have reported, one row for each operation of a document. */
export const operations = pgTable(
  'operations',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    /** Digest of the document, as the gateway computes it. */
    digest: text().notNull(),
    /** Null when the operation has no name. */
    name: text(),
  },
  (table) => [unique('operations_digest_name').on(table.digest, table.name).nullsNotDistinct()],
);

/** The fields, arguments, input fields and enum values that an operation uses. */
export const operationCoordinates = pgTable(
  'operation_coordinates',
  {
    coordinate: text().notNull(),
    operation: integer()
      .notNull()
      .references(() => operations.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.coordinate, table.operation] }),
    index('operation_coordinates_operation').on(table.operation),
  ],
);

/** How often a client ran an operation on a day. Source: gateways, by reportOperations. */
export const operationDays = pgTable(
  'operation_days',
  {
    operation: integer()
      .notNull()
      .references(() => operations.id, { onDelete: 'cascade' }),
    /** In UTC. */
    day: date({ mode: 'string' }).notNull(),
    variant: text().notNull(),
    client: text(),
    clientVersion: text('client_version'),
    calls: bigint({ mode: 'number' }).notNull(),
    errors: bigint({ mode: 'number' }).notNull(),
    lastAt: timestamp('last_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [
    unique('operation_days_of_client')
      .on(table.operation, table.day, table.variant, table.client, table.clientVersion)
      .nullsNotDistinct(),
    index('operation_days_day').on(table.day),
  ],
);
