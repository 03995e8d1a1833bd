import type { LoaderFunctionArgs } from 'react-router';
import { Link, useLoaderData, useLocation } from 'react-router';
import { Button } from '../../../design/button.tsx';
import { Input } from '../../../design/field.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { Panel } from '../../../design/panel.tsx';
import stack from '../../../design/stack.module.css';
import { ask } from '../../../graph/ask.ts';
import { ProblemNotice } from '../../../graph/problem-notice.tsx';
import { graphql } from '../../../graphql/generated/gql.ts';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import { readPreferences } from '../../../layout/preferences.ts';
import { Empty } from '../parts/empty.tsx';
import { wordsOf } from '../search/what-it-is.ts';
import { RegionList } from './region-list.tsx';
import styles from './regions.module.css';

const REGIONS = graphql(`
  query Regions($chosen: RegionCode!, $province: RegionCode!, $name: String, $isSearch: Boolean!) {
    region(code: $chosen) {
      code
      fullName
    }
    province: region(code: $province) @skip(if: $isSearch) {
      code
      name
      children(first: 100) {
        edges {
          node {
            code
            name
            enterpriseCount
          }
        }
      }
    }
    provinces: regions(filter: { level: PROVINCE }, first: 50) @skip(if: $isSearch) {
      edges {
        node {
          code
          name
          enterpriseCount
        }
      }
    }
    found: regions(filter: { name: $name }, first: 50) @include(if: $isSearch) {
      totalCount
      edges {
        node {
          code
          fullName
          enterpriseCount
        }
      }
    }
  }
`);

export async function loader(args: LoaderFunctionArgs) {
  const { region } = readPreferences(args.request.headers.get('cookie'));
  const { text } = wordsOf(new URL(args.request.url).searchParams.get('q') ?? '');
  const variables = {
    chosen: region,
    province: region.slice(0, 2),
    name: text || null,
    isSearch: text !== '',
  };
  return { text, answer: await ask(args, REGIONS, variables) };
}

export default function RegionsPage() {
  const { text, answer } = useLoaderData<typeof loader>();
  const { t, to } = useTexts();
  const { search } = useLocation();
  const back = new URLSearchParams(search).get('return');
  const { data, problems } = answer;
  const found = data?.found?.edges.map(({ node }) => node);
  return (
    <div className={stack['page']}>
      <title>{t('regions.title')}</title>
      <PageHead title={t('regions.title')} lead={t('regions.lead')} />
      <ProblemNotice problems={problems} />
      {data?.region && (
        <p>
          {t('regions.now')}{' '}
          <Link to={to(`/regions/${data.region.code}`)}>
            <Zh>{data.region.fullName ?? data.region.code}</Zh>
          </Link>
        </p>
      )}
      <form action={to('/regions')} role="search" className={styles['search']}>
        <Input
          label={t('regions.find')}
          hint={t('regions.findHint')}
          name="q"
          type="search"
          defaultValue={text}
          maxLength={50}
        />
        {back !== null && <input type="hidden" name="return" value={back} />}
        <Button>{t('regions.findButton')}</Button>
      </form>
      {found && (
        <Panel
          title={t('regions.found', { q: text })}
          aside={t('regions.foundCount', { count: data?.found?.totalCount ?? 0 })}
        >
          {found.length > 0 ? (
            <RegionList regions={found} isFull />
          ) : (
            <Empty title={t('regions.empty')}>
              <p>{t('regions.emptyRemedy')}</p>
            </Empty>
          )}
        </Panel>
      )}
      {data?.province && (
        <Panel
          title={data.province.name ?? data.province.code}
          aside={
            <Link
              to={to(
                `/regions/${data.province.code}${back ? `?${new URLSearchParams({ return: back })}` : ''}`,
              )}
            >
              {t('regions.whole')}
            </Link>
          }
        >
          <RegionList regions={data.province.children?.edges.map(({ node }) => node) ?? []} />
        </Panel>
      )}
      {data?.provinces && (
        <Panel title={t('regions.provinces')}>
          <RegionList regions={data.provinces.edges.map(({ node }) => node)} />
        </Panel>
      )}
    </div>
  );
}
