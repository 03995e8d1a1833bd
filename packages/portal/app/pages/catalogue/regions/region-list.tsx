import { Link, useLocation } from 'react-router';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import styles from './regions.module.css';

interface ListedRegion {
  code: string;
  name?: string | null;
  fullName?: string | null;
  enterpriseCount?: number | null;
}

/** Regions as links, with how many enterprises each has. Where one came from goes along. */
export function RegionList({
  regions,
  isFull = false,
}: {
  regions: readonly ListedRegion[];
  /** With the names of the regions above. */
  isFull?: boolean;
}) {
  const { t, to } = useTexts();
  const { search } = useLocation();
  const back = new URLSearchParams(search).get('return');
  const query = back === null ? '' : `?${new URLSearchParams({ return: back })}`;
  return (
    <ul className={styles[isFull ? 'rows' : 'grid']}>
      {regions.map(({ code, name, fullName, enterpriseCount }) => (
        <li key={code}>
          <Link to={to(`/regions/${code}${query}`)}>
            <span>
              <Zh>{(isFull ? fullName : name) ?? code}</Zh>
            </span>
            {enterpriseCount != null && enterpriseCount > 0 && (
              <small>{t('regions.enterprises', { count: enterpriseCount })}</small>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
