import { anyOf, createRowLoader } from '@yiwang/subgraph-kit';
import { type CertificateRow, prepareCertificateLoader } from '@yiwang/subgraph-kit/certificates';
import { and, desc, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { cases, unitHolderEvents } from '../cases/case-tables.ts';
import { certificates } from './certificate-tables.ts';
import { CERTIFICATE_KINDS } from './land-certificates.ts';

/** The statements that read certificates. */
export function prepareLandCertificateLoaders(db: PostgresJsDatabase) {
  /** Uses the index unit_holder_events_unit. Registrations of a unit are voided the last one first: the last that is not is in force. */
  const ofUnits = db
    .selectDistinctOn([unitHolderEvents.unit], {
      unit: unitHolderEvents.unit,
      ...getTableColumns(certificates),
    })
    .from(unitHolderEvents)
    .innerJoin(cases, eq(cases.number, unitHolderEvents.caseNumber))
    .innerJoin(
      certificates,
      and(
        eq(certificates.record, cases.number),
        eq(certificates.kind, CERTIFICATE_KINDS.REAL_ESTATE_REGISTRATION),
      ),
    )
    .where(
      and(
        anyOf(unitHolderEvents.unit, sql.placeholder('keys')),
        eq(unitHolderEvents.action, 'REGISTER'),
        isNull(cases.voidedAt),
      ),
    )
    .orderBy(unitHolderEvents.unit, desc(unitHolderEvents.id), desc(certificates.version))
    .prepare('certificates_of_units');

  return {
    certificateOfUnit: createRowLoader<CertificateRow & { unit: string }>(
      ({ unit }) => unit,
      (keys) => ofUnits.execute({ keys }),
    ),
    registrationCertificate: prepareCertificateLoader(
      db,
      certificates,
      CERTIFICATE_KINDS.REAL_ESTATE_REGISTRATION,
    ),
    planningCertificate: prepareCertificateLoader(db, certificates, CERTIFICATE_KINDS.LAND_USE_PLANNING),
  };
}
