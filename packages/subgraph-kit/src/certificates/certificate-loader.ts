import { and, desc, eq, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { anyOf } from '../database/conditions.ts';
import { createRowLoader } from '../loaders/row-loader.ts';
import type { CertificateRow, CertificateTable } from './certificate-tables.ts';

/** Loads the certificate of a record of a kind that counts: the last one. Uses the index certificates_record. */
export function prepareCertificateLoader(db: PostgresJsDatabase, table: CertificateTable, kind: string) {
  const ofRecords = db
    .selectDistinctOn([table.record])
    .from(table)
    .where(and(eq(table.kind, kind), anyOf(table.record, sql.placeholder('keys'))))
    .orderBy(table.record, desc(table.version))
    .prepare(`certificates_of_${kind}`);
  return createRowLoader<CertificateRow>(
    ({ record }) => record,
    (keys) => ofRecords.execute({ keys }),
  );
}
