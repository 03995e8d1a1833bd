import { fullNameOfRegion, isRegionCode } from '@yiwang/codes';
import type { Db } from '@yiwang/subgraph-kit';
import {
  type Certificates,
  type CertificateSettings,
  openCertificates,
} from '@yiwang/subgraph-kit/certificates';
import type { GatewayClient } from '@yiwang/subgraph-kit/prefill';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { NAME } from '../department.ts';
import type { PermitRow } from '../tables.ts';
import { certificates } from './certificate-tables.ts';

/** The kind of certificates that permits have. */
export const PERMIT = 'permit';

/** Opens the certificates of the department. Permits are open to everyone, and so are their certificates. */
export function openPermitCertificates(
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
    kinds: { [PERMIT]: { digits: '001', coordinate: 'Permit.certificate', mayRead: 'PUBLIC' } },
    onError: (error) => log.warn({ err: error }, 'CERTIFICATE_KEYS cannot be read; the keys before are used'),
  });
}

/** Issues certificates of permits. */
export interface CertifyPermit {
  /** Name of an enterprise, as market regulation has it; null when it does not say within a second. */
  holderName(uscc: string): Promise<string | null>;
  /** In the transaction that makes the permit. */
  issue(
    tx: Db,
    permit: PermitRow,
    { item, holder }: { item: string; holder: string | null },
    now: Date,
  ): Promise<unknown>;
}

const NAME_TIMEOUT_MS = 1_000;
const HOLDER = 'query PermitHolder($uscc: USCC!) { enterprise(uscc: $uscc) { name } }';

export function createCertifyPermit(issued: Certificates, client: GatewayClient | null): CertifyPermit {
  return {
    async holderName(uscc) {
      const answer = await client?.ask(HOLDER, { uscc }, { timeoutMs: NAME_TIMEOUT_MS }).catch(() => null);
      const name = (answer?.data?.['enterprise'] as { name?: unknown } | null | undefined)?.name;
      return typeof name === 'string' ? name : null;
    },
    issue: (tx, permit, { item, holder }, now) =>
      issued.issue(tx, {
        kind: PERMIT,
        record: permit.number,
        // As permits of the graph are numbered: XK, the region, the day and a number of six digits.
        serial: permit.number.replaceAll('-', ''),
        content: {
          title: { zh: permit.name, en: 'Administrative permit' },
          number: permit.number,
          holder: { name: holder, uscc: permit.holderUscc },
          authority: permit.issuingAuthority,
          validFrom: permit.validFrom,
          validUntil: permit.validUntil,
          details: [
            { label: { zh: '许可事项', en: 'Service item' }, value: item },
            ...regionLines(permit.regionCode),
          ],
        },
        now,
      }),
  };
}

function regionLines(code: string | null) {
  const name = code !== null && isRegionCode(code) ? fullNameOfRegion(code) : null;
  return name === null ? [] : [{ label: { zh: '行政区划', en: 'Region' }, value: name }];
}
