import { Link } from 'react-router';
import type { HomeQuery } from '../../graphql/generated/graphql.ts';
import { useTexts } from '../../language/text.tsx';
import { Zh } from '../../language/lang.tsx';
import { Cities, Offices, Themes } from './entrances.tsx';
import styles from './home.module.css';

/** What the home page offers beneath the search: matters, kinds of services, services without a visit, departments, and cities. */
export function Choices({ data }: { data: HomeQuery | null | undefined }) {
  const { t, to, pick, format } = useTexts();
  // Of a region that offers none, those of the city or province above it.
  const isAbove = data?.serviceItems?.totalCount === 0 && Boolean(data.itemsAbove);
  const items = isAbove ? data?.itemsAbove : data?.serviceItems;
  const offices = (data?.offices?.length ? data.offices : data?.officesAbove) ?? [];
  const listed = isAbove ? `&region=${data?.above?.code}` : '';
  return (
    <>
      <section aria-labelledby="matters" className={styles['section']}>
        <h2 id="matters">{t('home.matters')}</h2>
        <ul className={styles['matters']}>
          {(data?.matters ?? []).map((matter) => (
            <li key={matter.code}>
              <Link to={to(`/matters/${matter.code}`)} className={styles['matter']}>
                <strong>
                  <Zh>{pick(matter.name, matter.nameEn)}</Zh>
                </strong>
                <span>
                  {t('home.matterFacts', {
                    days: matter.promisedDays,
                    departments: new Set(matter.steps.map(({ department }) => department)).size,
                  })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
      {data?.province && (
        <section aria-labelledby="themes" className={styles['section']}>
          <h2 id="themes">{t('home.themes')}</h2>
          <Themes />
        </section>
      )}
      <section aria-labelledby="items" className={styles['section']}>
        <h2 id="items">{t('home.noVisit')}</h2>
        {isAbove && (
          <p className={styles['note']}>
            <Zh>{t('home.fromAbove', { name: data?.above?.fullName ?? '' })}</Zh>
          </p>
        )}
        <ul className={styles['items']}>
          {(items?.edges ?? []).map(({ node }) => (
            <li key={node.code}>
              <Link to={to(`/items/${node.code}`)}>
                <Zh>{node.name}</Zh>
              </Link>
              {node.guide?.promisedDays != null && (
                <span>{t('home.days', { days: node.guide.promisedDays })}</span>
              )}
            </li>
          ))}
        </ul>
        <p>
          <Link to={to(`/items?noVisit=1${listed}`)}>
            {t('home.allNoVisit', { count: items ? format.number(items.totalCount) : '' })}
          </Link>
        </p>
      </section>
      {offices.length > 0 && (
        <section aria-labelledby="offices" className={styles['section']}>
          <h2 id="offices">{t('home.offices')}</h2>
          <Offices offices={offices} region={data?.offices?.length ? data.region?.code : data?.above?.code} />
        </section>
      )}
      {data?.province && (
        <section aria-labelledby="cities" className={styles['section']}>
          <h2 id="cities">
            <Zh>{t('home.cities', { province: data.province.name ?? '' })}</Zh>
          </h2>
          <Cities province={data.province} />
        </section>
      )}
    </>
  );
}
