import type { ReactNode } from 'react';
import { Outlet } from 'react-router';
import { useTexts } from '../language/text.tsx';
import { ErrorPage } from './error-page.tsx';
import { SessionOver } from './session-over.tsx';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';
import styles from './site-layout.module.css';

/** What stands around every page. */
function Frame({ children }: { children: ReactNode }) {
  const { t } = useTexts();
  return (
    <>
      <a href="#main" className={styles['skip']}>
        {t('site.skip')}
      </a>
      <SiteHeader />
      <main id="main" tabIndex={-1} className={styles['main']}>
        {children}
      </main>
      <SiteFooter />
    </>
  );
}

export default function SiteLayout() {
  return (
    <Frame>
      <SessionOver />
      <Outlet />
    </Frame>
  );
}

/** A page that failed has the ways out of every page; it says itself when a session is over. */
export function ErrorBoundary() {
  return (
    <Frame>
      <ErrorPage />
    </Frame>
  );
}
