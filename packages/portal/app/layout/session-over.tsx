import { useLocation } from 'react-router';
import button from '../design/button.module.css';
import { Notice } from '../design/notice.tsx';
import { useTexts } from '../language/text.tsx';
import { signInPath } from '../sign-in-path.ts';
import { useVisitor } from '../visitor.ts';
import styles from './site-layout.module.css';

/** Leads to the provider, and back to this page. */
export function SignInLink({ children }: { children: string }) {
  return (
    <a href={signInPath(useLocation())} className={`${button['button']} ${button['primary']}`}>
      {children}
    </a>
  );
}

/**
 * Says on any page that the session is over, to whoever was signed in until lately. Not on the page that holds a form that was not sent: it says so
 * itself, and who left it would lose the form.
 */
export function SessionOver() {
  const { t, to } = useTexts();
  const { hasExpired, path } = useVisitor();
  if (!hasExpired || path.startsWith(to('/send-again'))) return null;
  return (
    <div className={styles['over']}>
      <Notice tone="warn" title={t('session.over')}>
        <p>{t('session.overText')}</p>
        <p>
          <SignInLink>{t('session.signInAgain')}</SignInLink>
        </p>
      </Notice>
    </div>
  );
}
