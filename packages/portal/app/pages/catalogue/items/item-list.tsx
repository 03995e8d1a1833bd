import { Link, useLocation } from 'react-router';
import stack from '../../../design/stack.module.css';
import { Status } from '../../../design/status.tsx';
import type { ItemsQuery } from '../../../graphql/generated/graphql.ts';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import { Marked } from '../search/marked.tsx';
import { type ItemsFilter, withFilter } from './filter.ts';
import styles from './items.module.css';

type Item = NonNullable<ItemsQuery['serviceItems']>['edges'][number]['node'];

export function ItemList({ items, filter }: { items: readonly Item[]; filter: ItemsFilter }) {
  const { t, to } = useTexts();
  const { search } = useLocation();
  return (
    <ul className={styles['list']}>
      {items.map(({ code, name, type, noVisit, department, region, guide }) => (
        <li key={code}>
          <div>
            <Link to={to(`/items/${code}`)} className={styles['name']}>
              <Marked text={name} words={filter.words} />
            </Link>
            <p className={stack['soft']}>
              {department.code && filter.department === null ? (
                <Link to={to(withFilter(search, { department: department.code }))}>
                  <Zh>{department.name}</Zh>
                </Link>
              ) : (
                <Zh>{department.name}</Zh>
              )}
              {' · '}
              <Zh>
                {[t(`catalogue.type.${type}`), region?.code !== filter.region && region?.fullName]
                  .filter(Boolean)
                  .join(' · ')}
              </Zh>
            </p>
          </div>
          <div className={styles['marks']}>
            {noVisit && <Status tone="good">{t('catalogue.noVisit')}</Status>}
            {guide?.promisedDays != null && <span>{t('catalogue.days', { days: guide.promisedDays })}</span>}
          </div>
        </li>
      ))}
    </ul>
  );
}
