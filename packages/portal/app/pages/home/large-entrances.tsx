import { Link } from 'react-router';
import { useTexts } from '../../language/text.tsx';
import styles from './large-entrances.module.css';

const ENTRANCES = [
  { name: 'items', path: '/items' },
  { name: 'matters', path: '/matters' },
  { name: 'my', path: '/my' },
] as const;

/** All of the home page in the mode for elderly people 适老化 beside the search: four entrances, one of them to a person. */
export function LargeEntrances() {
  const { t, to } = useTexts();
  return (
    <ul className={styles['entrances']}>
      {ENTRANCES.map(({ name, path }) => (
        <li key={name}>
          <Link to={to(path)}>
            <strong>{t(`home.large.${name}`)}</strong>
            <span>{t(`home.largeNote.${name}`)}</span>
          </Link>
        </li>
      ))}
      <li>
        <a href="tel:12345">
          <strong>{t('home.large.call')}</strong>
          <span>{t('home.largeNote.call')}</span>
        </a>
      </li>
    </ul>
  );
}
