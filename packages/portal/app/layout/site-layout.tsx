import { Outlet } from 'react-router';
import { useTexts } from '../language/text.tsx';
import { SessionOver } from './session-over.tsx';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';
import styles from './site-layout.module.css';

/** What stands around every page. */
export default function SiteLayout() {
  const { t } = useTexts();
  return (
    <>
      <a href="#main" className={styles['skip']}>
        {t('site.skip')}
      </a>
      <SiteHeader />
      <main id="main" tabIndex={-1} className={styles['main']}>
        <SessionOver />
        <Outlet />
      </main>
      <SiteFooter />
    </>
  );
}
