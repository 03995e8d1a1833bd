import { ButtonLink } from '../../../design/button.tsx';
import button from '../../../design/button.module.css';
import { Facts } from '../../../design/facts.tsx';
import { Panel } from '../../../design/panel.tsx';
import stack from '../../../design/stack.module.css';
import { Status } from '../../../design/status.tsx';
import type { CaseQuery } from '../../../graphql/generated/graphql.ts';
import { useTexts } from '../../../language/text.tsx';

type Permit = NonNullable<NonNullable<CaseQuery['case']>['permit']>;

/** The permit that was granted, with its certificate to look at, to keep and to verify. */
export function Result({ permit }: { permit: Permit }) {
  const { t, to, format } = useTexts();
  const { certificate, status } = permit;
  return (
    <Panel
      title={permit.name}
      aside={
        <Status tone={status === 'VALID' ? 'good' : 'warn'}>{t(`enterprise.permitStatus.${status}`)}</Status>
      }
    >
      <div className={stack['stack']}>
        <Facts
          facts={[
            [t('cases.permitNumber'), <code key="number">{permit.number}</code>],
            [t('cases.authority'), permit.issuingAuthority],
            [
              t('cases.validity'),
              `${format.day(permit.validFrom)} – ${permit.validUntil ? format.day(permit.validUntil) : t('cases.noEnd')}`,
            ],
            [
              t('cases.certificateId'),
              certificate && <code key="certificate">{certificate.identifier}</code>,
            ],
          ]}
        />
        {certificate && (
          <p className={stack['row']}>
            <a
              className={`${button['button']} ${button['primary']}`}
              href={certificate.path}
              target="_blank"
              rel="noreferrer"
            >
              {t('cases.viewCertificate')}
            </a>
            <a
              className={`${button['button']} ${button['secondary']}`}
              href={certificate.credentialPath}
              download
            >
              {t('cases.downloadCredential')}
            </a>
            <ButtonLink look="quiet" to={to('/certificates')}>
              {t('cases.verify')}
            </ButtonLink>
          </p>
        )}
      </div>
    </Panel>
  );
}
