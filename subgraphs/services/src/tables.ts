import { date, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';

/** Source: the register that `import` reads (source REGISTER), and the generator (GENERATED). One row a record. */
export const records = pgTable(
  'records',
  {
    number: text().primaryKey(),
    title: text().notNull(),
    issuedOn: date('issued_on', { mode: 'string' }).notNull(),
    holderUscc: text('holder_uscc').notNull(),
    source: text({ enum: ['REGISTER', 'GENERATED'] }).notNull(),
    /** The register's line, column by column, as it was read. Null for generated rows. */
    original: jsonb().$type<Record<string, string>>(),
  },
  (table) => [index('records_holder').on(table.holderUscc, table.number)],
);

export type RecordRow = typeof records.$inferSelect;
