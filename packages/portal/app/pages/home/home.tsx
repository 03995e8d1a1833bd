import { Link, useLoaderData } from 'react-router';
import { ask } from '../../graph/ask.ts';
import { ProblemNotice } from '../../graph/problem-notice.tsx';
import { graphql } from '../../graphql/generated/gql.ts';
import { useTexts } from '../../language/text.tsx';
import { Zh } from '../../language/lang.tsx';
import { readPreferences } from '../../layout/preferences.ts';
import type { LoaderFunctionArgs } from 'react-router';
import { useVisitor } from '../../visitor.ts';
import { Choices } from './choices.tsx';
import { LargeEntrances } from './large-entrances.tsx';
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
    officesAbove: serviceDepartments(region: $above) @include(if: $hasAbove) {
      ...HomeOffices
    }
    matters @skip(if: $isShort) {
      code
      name
      nameEn
      promisedDays
      steps {
        department
      }
    }
    serviceItems(filter: { region: $region, noVisit: true }, first: 8) @skip(if: $isShort) {
      ...HomeItems
    }
    itemsAbove: serviceItems(filter: { region: $above, noVisit: true }, first: 8) @include(if: $hasAbove) {
      ...HomeItems
    }
  }
`);

export async function loader(args: LoaderFunctionArgs) {
  const { region, size } = readPreferences(args.request.headers.get('cookie'));
  // In the mode with large text nothing of this is shown.
  const isShort = size === 'large';
  // Counties and what is beneath them offer few items of their own: those of the city are at hand.
  const above = region.slice(0, region.length > 4 ? 4 : 2);
  const hasAbove = !isShort && above !== region;
  return ask(args, HOME, { region, above, hasAbove, province: region.slice(0, 2), isShort });
}

export default function Home() {
  const { data, problems } = useLoaderData<typeof loader>();
  const { t, to } = useTexts();
  const isLarge = useVisitor().preferences.size === 'large';
  return (
    <>
      <title>{t('home.title')}</title>
      <section className={styles['hero']}>
        <div className={styles['inner']}>
          <h1>{t('home.headline')}</h1>
          <SearchBox />
          <p className={styles['region']}>
            <Zh>
              {t('home.region', {
                name: data?.region?.fullName ?? data?.region?.code ?? t('home.unknownRegion'),
              })}
            </Zh>{' '}
            <Link to={to('/regions')}>{t('home.changeRegion')}</Link>
          </p>
        </div>
      </section>
      <div className={styles['inner']}>
        <ProblemNotice problems={problems} />
        {isLarge ? <LargeEntrances /> : <Choices data={data} />}
      </div>
    </>
  );
}
