import type { LoaderFunctionArgs } from 'react-router';
import { Link, useLoaderData, useLocation } from 'react-router';
import { PageHead } from '../../../design/page-head.tsx';
import { Pager } from '../../../design/pager.tsx';
import stack from '../../../design/stack.module.css';
import { Notice } from '../../../design/notice.tsx';
import { ask } from '../../../graph/ask.ts';
import { ProblemNotice } from '../../../graph/problem-notice.tsx';
import { graphql } from '../../../graphql/generated/gql.ts';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import { readPreferences } from '../../../layout/preferences.ts';
import { Empty } from '../parts/empty.tsx';
import { FilterForm } from './filter-form.tsx';
import { readFilter, withFilter } from './filter.ts';
import { ItemList } from './item-list.tsx';
import styles from './items.module.css';

const ITEMS = graphql(`
  query Items($filter: ServiceItemFilter!, $region: RegionCode!, $first: Int!, $after: String) {
    region(code: $region) {
      code
      fullName
      path {
        code
        name
      }
      children(first: 100) {
        edges {
          node {
            code
            name
          }
        }
      }
    }
    serviceItems(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          code
          name
          type
          noVisit
          region {
            code
            fullName
          }
          department {
            code
            name
          }
          guide {
            promisedDays
            feeCny
          }
        }
      }
    }
  }
`);

/** How many items stand on a page, and in the mode with large text. */
const MANY = 20;
const FEW = 8;

/** Of a filter or a cursor that no department knows, such as one from an old address. */
const UNKNOWN = /^(UNKNOWN_|MALFORMED_|INVALID_)/;

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const { region, size } = readPreferences(args.request.headers.get('cookie'));
  const filter = readFilter(searchParams, region);
  const { data, problems } = await ask(args, ITEMS, {
    filter: {
      region: filter.region,
      ...(filter.text !== '' && { text: filter.text }),
      ...(filter.type && { types: [filter.type] }),
      ...(filter.noVisit && { noVisit: true }),
      ...(filter.department && { department: filter.department }),
    },
    region: filter.region,
    first: size === 'large' ? FEW : MANY,
    after: searchParams.get('after'),
  });
  const isUnknown = problems.some(({ code }) => UNKNOWN.test(code));
  return { filter, data, isUnknown, problems: isUnknown ? [] : problems };
}

export default function ItemsPage() {
  const { filter, data, isUnknown, problems } = useLoaderData<typeof loader>();
  const { t, to, format } = useTexts();
  const { pathname, search } = useLocation();
  const found = data?.serviceItems;
  const department = found?.edges[0]?.node.department;
  const isFiltered = filter.text !== '' || filter.type || filter.noVisit || filter.department;
  return (
    <div className={stack['page']}>
      <title>{t('items.title')}</title>
      <PageHead
        title={t('items.title')}
        lead={t('items.lead', { region: data?.region?.fullName ?? filter.region })}
      />
      <FilterForm filter={filter} region={data?.region ?? null} />
      <ProblemNotice problems={problems} />
      {isUnknown && (
        <Notice tone="warn" title={t('items.unknownFilter')}>
          <p>
            <Link to={to('/items')}>{t('items.reset')}</Link>
          </p>
        </Notice>
      )}
      {filter.department && (
        <p className={stack['row']}>
          <span>
            <Zh>{t('items.onlyDepartment', { name: department?.name ?? filter.department })}</Zh>
          </span>
          <Link to={to(withFilter(search, { department: null }))}>{t('items.allDepartments')}</Link>
        </p>
      )}
      {found && found.totalCount > 0 && (
        <section aria-labelledby="found" className={styles['found']}>
          <h2 id="found">{t('items.found', { count: format.number(found.totalCount) })}</h2>
          <ItemList items={found.edges.map(({ node }) => node)} filter={filter} />
          <Pager pageInfo={found.pageInfo} address={`${pathname}${search}`} />
        </section>
      )}
      {found?.totalCount === 0 && (
        <Empty title={t('items.empty')}>
          <ul>
            {isFiltered && (
              <li>
                <Link to={to('/items')}>{t('items.reset')}</Link>
              </li>
            )}
            {filter.region.length > 2 && (
              <li>
                <Link to={to(withFilter(search, { region: filter.region.slice(0, 2) }))}>
                  {t('items.wholeProvince')}
                </Link>
              </li>
            )}
            <li>{t('items.call')}</li>
          </ul>
        </Empty>
      )}
    </div>
  );
}
