import { type CertificateState, createSecret, formatIdentifier } from '@yiwang/certificates';
import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '../database/db.ts';
import type { CertificateContent } from './certificate-content.ts';
import type { CertificateRow, CertificateTable } from './certificate-tables.ts';

/** A record that is to be certified. */
export interface NewCertificate {
  kind: string;
  /** Key of the record. */
  record: string;
  /** 流水号: 1 to 32 digits and capital letters, no two records of the kind have the same. */
  serial: string;
  content: CertificateContent;
  now: Date;
}

/**
 * Issues a certificate, in the transaction that makes the record. Nothing is signed or drawn here. A record that was certified before
 * gets the next version, and the one before is revoked.
 *
 * @param issuer USCC of the issuing organisation
 * @throws CertificateError when no identifier can be made
 */
export async function issueCertificate(
  tx: Db,
  table: CertificateTable,
  { kind, record, serial, content, now }: NewCertificate,
  type: string,
  issuer: string,
): Promise<CertificateRow> {
  const before = await lockLast(tx, table, kind, record);
  if (before && before.state !== 'REVOKED') await setRowState(tx, table, before, 'REVOKED', now);
  const version = (before?.version ?? 0) + 1;
  const at = now.toISOString();
  const identifier = formatIdentifier({ type, issuer, serial, version });
  const [row] = await tx
    .insert(table)
    .values({
      identifier,
      kind,
      record,
      version,
      holderUscc: content.holder.uscc,
      content,
      secret: createSecret(),
      stateAt: at,
      issuedAt: at,
    })
    .returning();
  return row!;
}

/**
 * Sets the state of a record's certificate, in the transaction that changes the record. What is revoked stays so.
 *
 * @returns null when the record has no certificate
 */
export async function setCertificateState(
  tx: Db,
  table: CertificateTable,
  { kind, record }: Pick<NewCertificate, 'kind' | 'record'>,
  state: CertificateState,
  now: Date,
): Promise<CertificateRow | null> {
  const row = await lockLast(tx, table, kind, record);
  if (!row || row.state === state || row.state === 'REVOKED') return row;
  return setRowState(tx, table, row, state, now);
}

async function setRowState(
  tx: Db,
  table: CertificateTable,
  { identifier }: CertificateRow,
  state: CertificateState,
  now: Date,
): Promise<CertificateRow> {
  const set = { state, stateAt: now.toISOString() };
  const [row] = await tx.update(table).set(set).where(eq(table.identifier, identifier)).returning();
  return row!;
}

async function lockLast(
  tx: Db,
  table: CertificateTable,
  kind: string,
  record: string,
): Promise<CertificateRow | null> {
  const [row] = await tx
    .select()
    .from(table)
    .where(and(eq(table.kind, kind), eq(table.record, record)))
    .orderBy(desc(table.version))
    .limit(1)
    .for('update');
  return row ?? null;
}
