import { Link } from 'react-router';
import { Facts } from '../../../design/facts.tsx';
import type { ItemQuery } from '../../../graphql/generated/graphql.ts';
import { useTexts } from '../../../language/text.tsx';
import styles from './item.module.css';

type Item = NonNullable<ItemQuery['serviceItem']>;

/** The codes of an item, and the versions of its guide. What was published never changes, so earlier ones can be read. */
export function Versions({ item, current, shown }: { item: Item; current: number; shown: number }) {
  const { t, to, format } = useTexts();
  return (
    <Facts
      facts={[
        [t('items.code'), <code key="code">{item.code}</code>],
        [t('items.basicCode'), item.basicCode && <code>{item.basicCode}</code>],
        [t('items.mainItem'), item.mainItem],
        [t('items.offeredBy'), item.region?.fullName],
        [
          t('items.version'),
          current > 0 && item.version?.publishedAt
            ? t('items.versionOf', { version: current, day: format.day(item.version.publishedAt) })
            : null,
        ],
        [
          t('items.versions'),
          current > 1 ? (
            <ol className={styles['versions']}>
              {Array.from({ length: current }, (_, i) => current - i).map((version) => (
                <li key={version}>
                  <Link
                    to={to(`/items/${item.code}${version === current ? '' : `?version=${version}`}`)}
                    aria-current={version === shown ? 'true' : undefined}
                  >
                    {t('items.versionNumber', { version })}
                  </Link>
                </li>
              ))}
            </ol>
          ) : null,
        ],
      ]}
    />
  );
}
