import { fullNameOfRegion } from '@yiwang/codes';
import { dayOf } from '@yiwang/codes/working-days';
import type { Db } from '@yiwang/subgraph-kit';
import type { CertificateContent, Certificates } from '@yiwang/subgraph-kit/certificates';
import { and, desc, eq } from 'drizzle-orm';
import type { LandCaseRow } from '../cases/case-tables.ts';
import { acquirerOf, planningOf } from '../cases/land-case-row.ts';
import { landUses, type RealEstateUnitRow } from '../tables.ts';
import { certificates } from './certificate-tables.ts';
import { CERTIFICATE_KINDS } from './land-certificates.ts';

/** Issues what cases have granted, and revokes it; each in the transaction that changes the record. */
export type LandCertificates = ReturnType<typeof createLandCertificates>;

export function createLandCertificates(issued: Pick<Certificates, 'issue' | 'setState'>) {
  const issue = (tx: Db, { kind, number }: LandCaseRow, content: CertificateContent, now: Date) =>
    issued.issue(tx, {
      kind: CERTIFICATE_KINDS[kind],
      record: number,
      // As cases are numbered: LD, the region, the day and a number of six digits.
      serial: number.replaceAll('-', ''),
      content,
      now,
    });

  return {
    /** Certifies that the applicant holds the unit. */
    registration: (tx: Db, row: LandCaseRow, unit: RealEstateUnitRow, now: Date) =>
      issue(tx, row, registrationContent(row, unit, now), now),

    /** Certifies the planning permit. */
    async planning(tx: Db, row: LandCaseRow, permit: string, now: Date) {
      return issue(tx, row, await planningContent(tx, row, permit, now), now);
    },

    /** Revokes the certificate of a case, if it has one. */
    revoke: (tx: Db, kind: LandCaseRow['kind'], number: string, now: Date) =>
      issued.setState(tx, { kind: CERTIFICATE_KINDS[kind], record: number }, 'REVOKED', now),

    /** Certifies a registration again that holds again, since the one after it was voided; what it says is the same. */
    async restore(tx: Db, number: string, now: Date): Promise<void> {
      const kind = CERTIFICATE_KINDS.REAL_ESTATE_REGISTRATION;
      const [before] = await tx
        .select({ content: certificates.content })
        .from(certificates)
        .where(and(eq(certificates.kind, kind), eq(certificates.record, number)))
        .orderBy(desc(certificates.version))
        .limit(1);
      if (!before) return;
      const serial = number.replaceAll('-', '');
      await issued.issue(tx, { kind, record: number, serial, content: before.content, now });
    },
  };
}

function registrationContent(row: LandCaseRow, unit: RealEstateUnitRow, now: Date): CertificateContent {
  return {
    title: { zh: '不动产权证书', en: 'Real-estate certificate' },
    // 不动产, and the number of the case, which no other certificate has.
    number: `BDC${row.number}`,
    holder: acquirerOf(row),
    authority: authorityOf(row),
    validFrom: dayOf(now),
    validUntil: null,
    details: [
      { label: { zh: '不动产单元号', en: 'Real-estate unit' }, value: unit.code },
      ...(unit.floorAreaM2 === null
        ? []
        : [{ label: { zh: '建筑面积', en: 'Floor area' }, value: `${unit.floorAreaM2} 平方米` }]),
    ],
  };
}

async function planningContent(
  tx: Db,
  row: LandCaseRow,
  permit: string,
  now: Date,
): Promise<CertificateContent> {
  const { projectName, location, areaM2, landUse } = planningOf(row);
  const [use] = await tx.select({ name: landUses.name }).from(landUses).where(eq(landUses.code, landUse));
  return {
    title: { zh: '建设用地规划许可证', en: 'Land-use planning permit' },
    number: permit,
    holder: { name: null, uscc: row.applicantUscc },
    authority: authorityOf(row),
    validFrom: dayOf(now),
    validUntil: null,
    details: [
      { label: { zh: '用地项目名称', en: 'Project' }, value: projectName },
      { label: { zh: '用地位置', en: 'Location' }, value: location },
      { label: { zh: '用地面积', en: 'Area' }, value: `${areaM2} 平方米` },
      { label: { zh: '土地用途', en: 'Land use' }, value: `${use?.name ?? ''} ${landUse}`.trim() },
    ],
  };
}

function authorityOf({ regionCode }: LandCaseRow): string {
  return `${fullNameOfRegion(regionCode) ?? ''}自然资源和规划局`;
}
