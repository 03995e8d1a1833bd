import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../language/text.tsx';
import { Zh } from '../language/lang.tsx';
import styles from './page-head.module.css';

/** The way to a page, its title, and what can be done with it. */
export function PageHead({
  way = [],
  title,
  lead,
  actions,
}: {
  /** Pages above this one, without the home page. */
  way?: readonly { to: string; title: string }[];
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
}) {
  const { t, to } = useTexts();
  return (
    <header className={styles['head']}>
      <nav aria-label={t('design.way')} data-print="none">
        <ol className={styles['way']}>
          <li>
            <Link to={to('/')}>{t('design.home')}</Link>
          </li>
          {way.map((page) => (
            <li key={page.to}>
              <Link to={to(page.to)}>
                <Zh>{page.title}</Zh>
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      <div className={styles['row']}>
        <div>
          <h1>
            <Zh>{title}</Zh>
          </h1>
          {lead !== undefined && (
            <div className={styles['lead']}>
              <Zh>{lead}</Zh>
            </div>
          )}
        </div>
        {actions !== undefined && (
          <div className={styles['actions']} data-print="none">
            {actions}
          </div>
        )}
      </div>
    </header>
  );
}
