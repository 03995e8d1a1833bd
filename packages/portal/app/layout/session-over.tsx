import { useLocation } from 'react-router';
import button from '../design/button.module.css';
import { Notice } from '../design/notice.tsx';
import { useTexts } from '../language/text.tsx';
import { signInPath } from '../sign-in-path.ts';
import { useVisitor } from '../visitor.ts';

/** Leads to the provider, and back to this page. */
export function SignInLink({ children }: { children: string }) {
  return (
    <a href={signInPath(useLocation())} className={`${button['button']} ${button['primary']}`}>
      {children}
    </a>
  );
}

/** Says on any page that the session is over, to whoever was signed in until lately. */
export function SessionOver() {
  const { t } = useTexts();
  const { hasExpired } = useVisitor();
  if (!hasExpired) return null;
  return (
    <Notice tone="warn" title={t('session.over')}>
      <p>{t('session.overText')}</p>
      <p>
        <SignInLink>{t('session.signInAgain')}</SignInLink>
      </p>
    </Notice>
  );
}
