import { NavLink } from 'react-router';
import { useTexts } from '../../language/text.tsx';
import styles from './developers.module.css';

const PAGES = ['', '/reference', '/examples', '/errors', '/changes', '/grants'] as const;

/** All pages for developers. */
export function DevelopersNav() {
  const { t, to } = useTexts();
  return (
    <nav aria-label={t('developers.title')} data-print="none">
      <ul className={styles['nav']}>
        {PAGES.map((page) => (
          <li key={page}>
            <NavLink to={to(`/developers${page}`)} end={page === ''}>
              {t(`developers.nav${page.replace('/', '.')}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
