import { Link } from 'react-router';
import type { HomeQuery } from '../../graphql/generated/graphql.ts';
import { useTexts } from '../../language/text.tsx';
import { Zh } from '../../language/lang.tsx';
import styles from './entrances.module.css';

/** Kinds of services by what people want, not by what law calls them. */
const THEMES = ['LICENCE', 'CONFIRMATION', 'PUBLIC_SERVICE', 'REWARD'] as const;

/** More are behind a summary. */
const MOST_OFFICES = 12;

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

/** The departments of the region, by how many items they offer. */
export function Offices({
  offices,
  region,
}: {
  offices: NonNullable<HomeQuery['offices']>;
  region: string | undefined;
}) {
  const { t, to } = useTexts();
  const [first, rest] = [offices.slice(0, MOST_OFFICES), offices.slice(MOST_OFFICES)];
  const list = (some: typeof offices) => (
    <ul className={styles['offices']}>
      {some.map(({ department: { code, name }, itemCount }) => (
        <li key={`${code}${name}`}>
          {code === null ? (
            <Zh>{name}</Zh>
          ) : (
            <Link to={to(`/items?department=${code}${region ? `&region=${region}` : ''}`)}>
              <Zh>{name}</Zh>
            </Link>
          )}{' '}
          <small>{t('home.officeItems', { count: itemCount })}</small>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {list(first)}
      {rest.length > 0 && (
        <details>
          <summary>{t('home.moreOffices', { count: rest.length })}</summary>
          {list(rest)}
        </details>
      )}
    </>
  );
}

/** The services of each city 旗舰店. */
export function Cities({ province }: { province: NonNullable<HomeQuery['province']> }) {
  const { to } = useTexts();
  return (
    <ul className={styles['cities']}>
      {province.children?.edges.map(({ node }) => (
        <li key={node.code}>
          <Link to={to(`/items?region=${node.code}`)}>
            <Zh>{node.name ?? node.code}</Zh>
          </Link>
        </li>
      ))}
    </ul>
  );
}
