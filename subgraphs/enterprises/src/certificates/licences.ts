import { fullNameOfRegion } from '@yiwang/codes';
import type { Db } from '@yiwang/subgraph-kit';
import {
  type CertificateRow,
  type Certificates,
  type CertificateSettings,
  openCertificates,
} from '@yiwang/subgraph-kit/certificates';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { NAME } from '../department.ts';
import type { EnterpriseRow } from '../tables.ts';
import { certificates } from './certificate-tables.ts';

/** The kind of certificates that enterprises have: 营业执照. */
export const LICENCE = 'business-licence';

/** Issues business licences and revokes them. */
export type Licences = Pick<Certificates, 'issue' | 'setState'>;

/** Opens the certificates of the department. The register is open to everyone, and so are the licences. */
export function openLicences(
  db: PostgresJsDatabase,
  settings: CertificateSettings,
  log: { warn(fields: object, message: string): void },
  now = () => new Date(),
): Promise<Certificates | null> {
  return openCertificates({
    department: NAME,
    db,
    table: certificates,
    settings,
    now,
    kinds: { [LICENCE]: { digits: '002', coordinate: 'Enterprise.licence', mayRead: 'PUBLIC' } },
    onError: (error) => log.warn({ err: error }, 'CERTIFICATE_KEYS cannot be read; the keys before are used'),
  });
}

/** What a licence says of an enterprise that is registered now. */
export type Registered = Pick<
  EnterpriseRow,
  'uscc' | 'name' | 'typeText' | 'capitalText' | 'businessScope' | 'regionCode' | 'registeredOn'
> & { address: string };

/** In the transaction that registers the enterprise. */
export function issueLicence(
  tx: Db,
  licences: Pick<Certificates, 'issue'>,
  enterprise: Registered,
  now: Date,
): Promise<CertificateRow> {
  const { uscc, name, regionCode, registeredOn } = enterprise;
  const region = regionCode === null ? null : fullNameOfRegion(regionCode);
  return licences.issue(tx, {
    kind: LICENCE,
    record: uscc,
    serial: uscc,
    content: {
      title: { zh: '营业执照', en: 'Business licence' },
      number: uscc,
      holder: { name, uscc },
      authority: `${region ?? ''}市场监督管理局`,
      validFrom: registeredOn!,
      validUntil: null,
      details: detailsOf(enterprise),
    },
    now,
  });
}

function detailsOf({ typeText, capitalText, address, businessScope }: Registered) {
  return [
    { label: { zh: '类型', en: 'Type' }, value: typeText },
    { label: { zh: '注册资本', en: 'Registered capital' }, value: capitalText },
    { label: { zh: '住所', en: 'Address' }, value: address },
    { label: { zh: '经营范围', en: 'Business scope' }, value: businessScope },
  ].flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]));
}
