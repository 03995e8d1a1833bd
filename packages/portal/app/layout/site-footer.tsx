import { Link } from 'react-router';
import { useTexts } from '../language/text.tsx';
import { useVisitor } from '../visitor.ts';
import { Preferred } from './preferred.tsx';
import styles from './site-footer.module.css';

const THEMES = ['auto', 'light', 'dark'] as const;

export function SiteFooter() {
  const { t, to } = useTexts();
  const { preferences } = useVisitor();
  return (
    <footer className={styles['footer']} data-site>
      <div className={styles['columns']}>
        <div>
          <h2 className={styles['title']}>{t('site.hotline')}</h2>
          <p>
            <a href="tel:12345" className={styles['number']}>
              12345
            </a>
          </p>
          <p className={styles['soft']}>{t('site.hotlineHours')}</p>
        </div>
        <nav aria-label={t('site.more')}>
          <ul className={styles['links']}>
            {preferences.size !== 'large' && (
              <li>
                <Link to={to('/certificates')}>{t('site.verify')}</Link>
              </li>
            )}
            <li>
              <Link to={to('/regions')}>{t('site.regions')}</Link>
            </li>
            <li>
              <Link to={to('/accessibility')}>{t('site.accessibility')}</Link>
            </li>
          </ul>
        </nav>
        <div>
          <h2 className={styles['title']}>{t('site.theme')}</h2>
          <div className={styles['themes']}>
            {THEMES.map((theme) => (
              <Preferred key={theme} name="theme" value={theme} isChosen={preferences.theme === theme}>
                {t(`site.theme.${theme}`)}
              </Preferred>
            ))}
          </div>
        </div>
      </div>
      <p className={styles['note']}>{t('site.note')}</p>
    </footer>
  );
}
