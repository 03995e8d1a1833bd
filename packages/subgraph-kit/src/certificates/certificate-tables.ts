import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';
import type { CertificateContent } from './certificate-content.ts';

export type CertificateTable = ReturnType<typeof defineCertificates>;
export type CertificateRow = CertificateTable['$inferSelect'];

/**
 * The certificates 电子证照 that a department has issued. Source: the transactions that make or end its records. Loads only Drizzle, for
 * drizzle-kit.
 *
 * @example export const certificates = defineCertificates();
 */
export function defineCertificates() {
  const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
  return pgTable(
    'certificates',
    {
      /** 电子证照标识. */
      identifier: text().primaryKey(),
      /** The department's name for its kind, such as `permit`. */
      kind: text().notNull(),
      /** Key of the record that it certifies, such as the number of a permit. */
      record: text().notNull(),
      /** Of certificates of one record, the last is the one that counts. */
      version: integer().notNull(),
      holderUscc: text('holder_uscc'),
      /** What it says, as of its issue. */
      content: jsonb().$type<CertificateContent>().notNull(),
      /** With it, whoever sees a part of a credential cannot guess the rest. */
      secret: text().notNull(),
      /** Its place in all status lists of the department, one behind the other. */
      statusIndex: bigint('status_index', { mode: 'number' }).generatedAlwaysAsIdentity({
        startWith: 0,
        minValue: 0,
      }),
      state: text({ enum: ['VALID', 'SUSPENDED', 'REVOKED'] })
        .notNull()
        .default('VALID'),
      stateAt: moment('state_at').notNull(),
      issuedAt: moment('issued_at').notNull(),
    },
    (table) => [
      unique('certificates_record').on(table.kind, table.record, table.version),
      index('certificates_holder').on(table.holderUscc),
      // What status lists say of most is that nothing is wrong with them.
      index('certificates_not_valid')
        .on(table.statusIndex)
        .where(sql`state <> 'VALID'`),
    ],
  );
}
