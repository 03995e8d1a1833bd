import { index, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

export type IdempotencyTable = ReturnType<typeof defineIdempotencyKeys>;

/**
 * The table of the idempotency keys of a department, for its src/tables.ts. Source: clients, with each command.
 *
 * @example export const idempotencyKeys = defineIdempotencyKeys();
 */
export function defineIdempotencyKeys() {
  return pgTable(
    'idempotency_keys',
    {
      /** Whose key it is: `user:` and the person, or `client:` and the application that acts for itself. */
      holder: text().notNull(),
      key: text().notNull(),
      /** SHA-256 of the command and its input, base64url. */
      digest: text().notNull(),
      /** What the command made or changed. Null only within the transaction that runs it. */
      result: text(),
      at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
    },
    (table) => [
      primaryKey({ columns: [table.holder, table.key] }),
      index('idempotency_keys_at').on(table.at),
    ],
  );
}
