import { style } from '../report/style.ts';
import { EXIT, type ExitCode } from '../shared/command-error.ts';

/** What came of verifying a certificate, as the graph answers it. */
export interface CertificateFindings {
  verdict: string;
  message: string;
  messageZh: string;
  department: string | null;
  keyId: string | null;
  algorithm: string | null;
  state: string;
  isDocument: boolean;
  certificate: {
    identifier: string;
    title: string;
    number: string;
    holderName: string | null;
    holderUscc: string | null;
    authority: string;
    validFrom: string;
    validUntil: string | null;
    issuedAt: string;
    details: readonly { label: string; value: string }[];
  } | null;
}

/** Verdicts that say that it is not known yet. */
const UNKNOWN: readonly string[] = ['KEYS_UNAVAILABLE', 'STATUS_UNAVAILABLE'];

export function exitCodeOf({ verdict }: CertificateFindings): ExitCode {
  if (verdict === 'VALID') return EXIT.FINE;
  return UNKNOWN.includes(verdict) ? EXIT.FAILED : EXIT.REFUSED;
}

export function describeFindings(findings: CertificateFindings): string {
  const { verdict, message, messageZh, certificate, department, keyId, algorithm, state } = findings;
  const said = `${verdict}: ${message} ${messageZh}`;
  const unchecked = certificate !== null && state === 'NOT_CHECKED' && verdict !== 'STATUS_UNAVAILABLE';
  return [
    verdict === 'VALID' ? style.good(said) : style.bad(said),
    ...(unchecked
      ? [style.odd('Whether it was revoked or suspended was not checked. 是否已被吊销或暂停未查询。')]
      : []),
    ...(certificate === null ? [] : linesOf(certificate)),
    ...(department === null ? [] : [`Department: ${department}`]),
    ...(keyId === null ? [] : [`Key: ${keyId} (${algorithm})`]),
  ].join('\n');
}

function linesOf(certificate: NonNullable<CertificateFindings['certificate']>): string[] {
  const { title, number, holderName, holderUscc, authority, validFrom, validUntil, details, identifier } =
    certificate;
  const holder = [holderName, holderUscc].filter((part) => part !== null).join(' ');
  return [
    `证照名称 Title: ${title}`,
    ...(holder === '' ? [] : [`持证主体 Holder: ${holder}`]),
    `证照编号 Number: ${number}`,
    ...details.map(({ label, value }) => `${label}: ${value}`),
    `有效期限 Valid: ${validFrom} – ${validUntil ?? '长期 without end'}`,
    `颁发机构 Issuing authority: ${authority}`,
    `电子证照标识 Identifier: ${identifier}`,
  ];
}
