import { Link, useLoaderData } from 'react-router';
import { ask } from '../../graph/ask.ts';
import { ProblemNotice } from '../../graph/problem-notice.tsx';
import { graphql } from '../../graphql/generated/gql.ts';
import { useTexts } from '../../language/text.tsx';
import { readPreferences } from '../../layout/preferences.ts';
import type { LoaderFunctionArgs } from 'react-router';
import { Cities, Offices, Themes } from './entrances.tsx';
import { SearchBox } from './search-box.tsx';
import styles from './home.module.css';

/** A few items, and how many there are. */
graphql(`
  fragment HomeItems on ServiceItemConnection {
    totalCount
    edges {
      node {
        code
        name
        guide {
          promisedDays
        }
      }
    }
  }
`);

graphql(`
  fragment HomeOffices on ServiceDepartmentOffer {
    itemCount
    department {
      code
      name
    }
  }
`);

const HOME = graphql(`
  query Home(
    $region: RegionCode!
    $above: RegionCode!
    $hasAbove: Boolean!
    $province: RegionCode!
    $isShort: Boolean!
  ) {
    region(code: $region) {
      code
      name
      fullName
    }
    province: region(code: $province) @skip(if: $isShort) {
      code
      name
      children(first: 100) {
        edges {
          node {
            code
            name
          }
        }
      }
    }
    above: region(code: $above) @include(if: $hasAbove) {
      code
      fullName
    }
    offices: serviceDepartments(region: $region) @skip(if: $isShort) {
      ...HomeOffices
    }
    officesAbove: serviceDepartments(region: $above) @skip(if: $isShort) {
      ...HomeOffices
    }
    matters {
      code
      name
      nameEn
      promisedDays
      steps {
        department
      }
    }
    serviceItems(filter: { region: $region, noVisit: true }, first: 8) {
      ...HomeItems
    }
    itemsAbove: serviceItems(filter: { region: $above, noVisit: true }, first: 8) @include(if: $hasAbove) {
      ...HomeItems
    }
  }
`);

export async function loader(args: LoaderFunctionArgs) {
  const { region, size } = readPreferences(args.request.headers.get('cookie'));
  // With large text there are fewer choices.
  // Counties and what is beneath them offer few items of their own: those of the city are at hand.
  const above = region.slice(0, region.length > 4 ? 4 : 2);
  return ask(args, HOME, {
    region,
    above,
    hasAbove: above !== region,
    province: region.slice(0, 2),
    isShort: size === 'large',
  });
}

export default function Home() {
  const { data, problems } = useLoaderData<typeof loader>();
  const { t, to, pick, format } = useTexts();
  // Of a region that offers none, those of the city or province above it.
  const isAbove = data?.serviceItems?.totalCount === 0 && Boolean(data.itemsAbove);
  const items = isAbove ? data?.itemsAbove : data?.serviceItems;
  const offices = (data?.offices?.length ? data.offices : data?.officesAbove) ?? [];
  const listed = isAbove ? `&region=${data?.above?.code}` : '';
  return (
    <>
      <title>{t('home.title')}</title>
      <section className={styles['hero']}>
        <div className={styles['inner']}>
          <h1>{t('home.headline')}</h1>
          <SearchBox />
          <p className={styles['region']}>
            {t('home.region', {
              name: data?.region?.fullName ?? data?.region?.code ?? t('home.unknownRegion'),
            })}{' '}
            <Link to={to('/regions')}>{t('home.changeRegion')}</Link>
          </p>
        </div>
      </section>
      <div className={styles['inner']}>
        <ProblemNotice problems={problems} />
        <section aria-labelledby="matters" className={styles['section']}>
          <h2 id="matters">{t('home.matters')}</h2>
          <ul className={styles['matters']}>
            {(data?.matters ?? []).map((matter) => (
              <li key={matter.code}>
                <Link to={to(`/matters/${matter.code}`)} className={styles['matter']}>
                  <strong>{pick(matter.name, matter.nameEn)}</strong>
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
            <p className={styles['note']}>{t('home.fromAbove', { name: data?.above?.fullName ?? '' })}</p>
          )}
          <ul className={styles['items']}>
            {(items?.edges ?? []).map(({ node }) => (
              <li key={node.code}>
                <Link to={to(`/items/${node.code}`)}>{node.name}</Link>
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
            <Offices
              offices={offices}
              region={data?.offices?.length ? data.region?.code : data?.above?.code}
            />
          </section>
        )}
        {data?.province && (
          <section aria-labelledby="cities" className={styles['section']}>
            <h2 id="cities">{t('home.cities', { province: data.province.name ?? '' })}</h2>
            <Cities province={data.province} />
          </section>
        )}
      </div>
    </>
  );
}
