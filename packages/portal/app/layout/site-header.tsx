import { Link, NavLink, useLocation } from 'react-router';
import { CsrfField } from '../design/csrf-field.tsx';
import { inLanguage } from '../language/languages.ts';
import { useTexts } from '../language/text.tsx';
import { signInPath } from '../sign-in-path.ts';
import { Zh } from '../language/lang.tsx';
import { useVisitor } from '../visitor.ts';
import { Preferred } from './preferred.tsx';
import styles from './site-header.module.css';

/** Paths of the main entrances; `large` stays in the mode with few choices. */
const ENTRANCES = [
  { path: '/items', text: 'site.items', large: true },
  { path: '/matters', text: 'site.matters', large: true },
  { path: '/search', text: 'site.search', large: false },
  { path: '/dashboard', text: 'site.dashboard', large: false },
  { path: '/developers', text: 'site.developers', large: false },
] as const;

export function SiteHeader() {
  const { t, to, language } = useTexts();
  const { person, preferences } = useVisitor();
  const { pathname, search } = useLocation();
  const isLarge = preferences.size === 'large';
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <header className={styles['header']} data-site data-signed-in={person !== null || undefined}>
      <div className={styles['bar']}>
        <Link to={to('/')} className={styles['brand']}>
          <span className={styles['seal']} aria-hidden="true">
            一网
          </span>
          <span>
            <strong>{t('site.name')}</strong>
            <small>{t('site.claim')}</small>
          </span>
        </Link>
        <nav className={styles['entrances']} aria-label={t('site.entrances')}>
          <ul className={styles['list']}>
            {ENTRANCES.filter(({ large }) => large || !isLarge).map(({ path, text }) => (
              <li key={path}>
                <NavLink to={to(path)}>{t(text)}</NavLink>
              </li>
            ))}
            {person?.scopes.includes('sharing:apply') && (
              <li>
                <NavLink to={to('/grants')}>{t('site.grants')}</NavLink>
              </li>
            )}
            {person?.department && (
              <li>
                <NavLink to={to('/desk')}>{t('site.desk')}</NavLink>
              </li>
            )}
          </ul>
        </nav>
        <div className={styles['own']}>
          <Preferred name="size" value={isLarge ? 'normal' : 'large'}>
            {t(isLarge ? 'site.normalSize' : 'site.largeSize')}
          </Preferred>
          <a
            href={inLanguage(`${pathname}${search}`, other)}
            hrefLang={other}
            lang={other}
            className={styles['quiet']}
          >
            {other === 'zh' ? '中文' : 'English'}
          </a>
          {person ? (
            <>
              <Link to={to('/my')} className={styles['quiet']}>
                <Zh>{person.name}</Zh>
              </Link>
              <form method="post" action="/sign-out">
                <CsrfField />
                <button type="submit" className={styles['quiet']}>
                  {t('site.signOut')}
                </button>
              </form>
            </>
          ) : (
            <a href={signInPath({ pathname, search })} className={styles['signIn']}>
              {t('site.signIn')}
            </a>
          )}
        </div>
      </div>
    </header>
  );
}
