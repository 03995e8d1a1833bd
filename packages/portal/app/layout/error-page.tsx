import { isRouteErrorResponse, Link, useRouteError } from 'react-router';
import { ButtonLink } from '../design/button.tsx';
import { PageHead } from '../design/page-head.tsx';
import stack from '../design/stack.module.css';
import { useTexts } from '../language/text.tsx';
import { SignInLink } from './session-over.tsx';

const KNOWN = new Set([400, 401, 403, 404, 405, 409, 413, 429, 503]);

/** What went wrong, and what to do. */
export function ErrorPage() {
  const { t, to } = useTexts();
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const kind = KNOWN.has(status) ? status : 500;
  const title = t(`error.${kind}.title`);
  return (
    <div className={stack['page']}>
      <title>{title}</title>
      <PageHead title={title} lead={t(`error.${kind}.remedy`)} />
      <p className={stack['row']}>
        {kind === 401 && <SignInLink>{t('session.signInAgain')}</SignInLink>}
        <ButtonLink to={to('/')} look={kind === 401 ? 'secondary' : 'primary'}>
          {t('error.home')}
        </ButtonLink>
        <Link to={to('/search')}>{t('site.search')}</Link>
      </p>
      <p className={stack['soft']}>{t('error.status', { status })}</p>
    </div>
  );
}
