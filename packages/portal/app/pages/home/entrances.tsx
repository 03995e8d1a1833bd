import { Link } from 'react-router';
import type { HomeQuery } from '../../graphql/generated/graphql.ts';
import { useTexts } from '../../language/text.tsx';
import styles from './entrances.module.css';

/** Kinds of services by what people want, not by what law calls them. */
const THEMES = ['LICENCE', 'CONFIRMATION', 'PUBLIC_SERVICE', 'REWARD'] as const;

export function Themes() {
  const { t, to } = useTexts();
  return (
    <ul className={styles['themes']}>
      {THEMES.map((type) => (
        <li key={type}>
          <Link to={to(`/items?type=${type}`)}>
            <strong>{t(`home.theme.${type}`)}</strong>
            <small>{t(`home.themeNote.${type}`)}</small>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The services of each city 旗舰店. */
export function Cities({ province }: { province: NonNullable<HomeQuery['province']> }) {
  const { to } = useTexts();
  return (
    <ul className={styles['cities']}>
      {province.children?.edges.map(({ node }) => (
        <li key={node.code}>
          <Link to={to(`/items?region=${node.code}`)}>{node.name ?? node.code}</Link>
        </li>
      ))}
    </ul>
  );
}
