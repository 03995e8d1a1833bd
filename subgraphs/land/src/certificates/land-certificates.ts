import type { Caller } from '@yiwang/subgraph-kit';
import { createOfficials } from '@yiwang/subgraph-kit/cases';
import {
  type CertificateRight,
  type CertificateRow,
  type Certificates,
  type CertificateSettings,
  openCertificates,
} from '@yiwang/subgraph-kit/certificates';
import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { cases, type LandCaseKind, officials } from '../cases/case-tables.ts';
import { actsFor } from '../cases/land-case-rights.ts';
import { NAME } from '../department.ts';
import { certificates } from './certificate-tables.ts';

/** The kinds of certificates, by what was granted: 不动产权证书 and 建设用地规划许可证. The key of the record is the number of the case. */
export const CERTIFICATE_KINDS = {
  REAL_ESTATE_REGISTRATION: 'real-estate',
  LAND_USE_PLANNING: 'planning-permit',
} as const satisfies Record<LandCaseKind, string>;

/** Opens the certificates of the department. They name holders: whoever acts for one reads its own, and officials read those of their regions. */
export function openLandCertificates(
  db: PostgresJsDatabase,
  settings: CertificateSettings,
  log: { warn(fields: object, message: string): void },
  now = () => new Date(),
): Promise<Certificates | null> {
  const { mayDecide } = createOfficials({ department: NAME, officials, now });

  async function mayRead(caller: Caller, { record }: CertificateRow): Promise<CertificateRight | null> {
    const [row] = await db.select().from(cases).where(eq(cases.number, record));
    if (!row) return null;
    const subjects = [
      { type: 'LandCase', key: row.number },
      ...(row.unit === null ? [] : [{ type: 'RealEstateUnit', key: row.unit }]),
      ...(row.applicantUscc === null ? [] : [{ type: 'Enterprise', key: row.applicantUscc }]),
    ];
    if (actsFor(caller, row) !== null) return { subjects, isOwn: true };
    const right = await mayDecide(db, caller, row);
    return right === null || right === 'ELSEWHERE' ? null : { subjects, isOwn: false };
  }

  return openCertificates({
    department: NAME,
    db,
    table: certificates,
    settings,
    now,
    kinds: {
      [CERTIFICATE_KINDS.REAL_ESTATE_REGISTRATION]: {
        digits: '003',
        coordinate: 'RealEstateUnit.certificate',
        mayRead,
      },
      [CERTIFICATE_KINDS.LAND_USE_PLANNING]: { digits: '004', coordinate: 'LandCase.certificate', mayRead },
    },
    onError: (error) => log.warn({ err: error }, 'CERTIFICATE_KEYS cannot be read; the keys before are used'),
  });
}
