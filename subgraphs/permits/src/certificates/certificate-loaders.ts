import { anyOf, createRowLoader } from '@yiwang/subgraph-kit';
import type { CertificateRow } from '@yiwang/subgraph-kit/certificates';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { certificates } from './certificate-tables.ts';
import { PERMIT } from './permit-certificates.ts';

/** Loads the certificate of a permit that counts. Uses the index certificates_record. */
export function prepareCertificateLoader(db: PostgresJsDatabase) {
  const ofPermits = db
    .selectDistinctOn([certificates.record])
    .from(certificates)
    .where(and(eq(certificates.kind, PERMIT), anyOf(certificates.record, sql.placeholder('keys'))))
    .orderBy(certificates.record, desc(certificates.version))
    .prepare('certificates_of_permits');
  return createRowLoader<CertificateRow>(
    ({ record }) => record,
    (keys) => ofPermits.execute({ keys }),
  );
}
