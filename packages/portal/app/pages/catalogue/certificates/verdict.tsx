import { Facts } from '../../../design/facts.tsx';
import { Notice } from '../../../design/notice.tsx';
import { Panel } from '../../../design/panel.tsx';
import stack from '../../../design/stack.module.css';
import { Status } from '../../../design/status.tsx';
import type { VerifyQuery } from '../../../graphql/generated/graphql.ts';
import { useTexts } from '../../../language/text.tsx';

type Verification = NonNullable<VerifyQuery['verifyCertificate']>;

/** Genuine, but not to be relied on at the moment, or not to be found out. All others are bad. */
const OPEN = new Set([
  'EXPIRED',
  'NOT_YET_VALID',
  'SUSPENDED',
  'OTHER_HOLDER',
  'KEYS_UNAVAILABLE',
  'STATUS_UNAVAILABLE',
]);

/** The verdict in a sentence, and what the certificate says where it is genuine. */
export function Verdict({ verification }: { verification: Verification }) {
  const { t, pick, format } = useTexts();
  const { verdict, message, messageZh, certificate, department, checkedAt, isDocument } = verification;
  const tone = verdict === 'VALID' ? 'good' : OPEN.has(verdict) ? 'warn' : 'bad';
  return (
    <>
      <Notice tone={tone} title={t(`certificates.tone.${tone}`)} isAlert>
        <p>{pick(messageZh, message)}</p>
        <p className={stack['soft']}>
          {t('certificates.checkedAt', { moment: format.moment(checkedAt) })}
          {department !== null && (
            <> · {t('certificates.signedBy', { department: t(`department.${department}`) })}</>
          )}
          {' · '}
          {t(isDocument ? 'certificates.isDocument' : 'certificates.isText')}
        </p>
      </Notice>
      {certificate && (
        <Panel
          title={pick(certificate.title, certificate.titleEn)}
          aside={<Status>{t('certificates.asSigned')}</Status>}
        >
          <Facts
            facts={[
              [t('certificates.number'), <code key="number">{certificate.number}</code>],
              [t('certificates.holderName'), certificate.holderName],
              [
                t('certificates.holderUscc'),
                certificate.holderUscc && <code>{format.uscc(certificate.holderUscc)}</code>,
              ],
              [t('certificates.authority'), certificate.authority],
              [t('certificates.validFrom'), format.day(certificate.validFrom)],
              [
                t('certificates.validUntil'),
                certificate.validUntil ? format.day(certificate.validUntil) : t('certificates.noEnd'),
              ],
              [t('certificates.issuedAt'), format.moment(certificate.issuedAt)],
              [t('certificates.identifier'), <code key="identifier">{certificate.identifier}</code>],
              ...certificate.details.map(
                ({ label, labelEn, value }) => [pick(label, labelEn), value] as const,
              ),
            ]}
          />
        </Panel>
      )}
    </>
  );
}
