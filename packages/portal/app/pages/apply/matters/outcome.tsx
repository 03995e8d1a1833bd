import { Link } from 'react-router';
import stack from '../../../design/stack.module.css';
import { useTexts } from '../../../language/text.tsx';
import type { StepOutcome } from './application-results.ts';

/** What a step has given: the new enterprise, a permit, a certificate; and its case, where it has a page. */
export function Outcome({ outcome, number }: { outcome: StepOutcome | undefined; number: string | null }) {
  const { t, to, format } = useTexts();
  if (!outcome) return null;
  const { uscc, permit, certificate, hasPage } = outcome;
  return (
    <>
      {uscc && (
        <span>
          {t('matters.newEnterprise')} <Link to={to(`/enterprises/${uscc}`)}>{format.uscc(uscc)}</Link>
        </span>
      )}
      {permit && (
        <span>
          {t('matters.permit')} <code>{permit}</code>
        </span>
      )}
      {certificate && (
        <span className={stack['row']}>
          <a href={certificate.path} target="_blank" rel="noreferrer">
            {t('cases.viewCertificate')}
          </a>
          <a href={certificate.credentialPath} download>
            {t('cases.downloadCredential')}
          </a>
        </span>
      )}
      {number && (
        <span className={stack['soft']}>
          {hasPage ? (
            <Link to={to(`/cases/${number}`)}>{t('cases.number', { number })}</Link>
          ) : (
            t('cases.number', { number })
          )}
        </span>
      )}
    </>
  );
}
