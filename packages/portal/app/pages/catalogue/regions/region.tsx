import type { LoaderFunctionArgs } from 'react-router';
import { data as respond, Link, useLoaderData, useLocation } from 'react-router';
import { Facts } from '../../../design/facts.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { Pager } from '../../../design/pager.tsx';
import { Panel } from '../../../design/panel.tsx';
import stack from '../../../design/stack.module.css';
import { ask, failPage } from '../../../graph/ask.ts';
import { ProblemNotice } from '../../../graph/problem-notice.tsx';
import { graphql } from '../../../graphql/generated/gql.ts';
import { useTexts } from '../../../language/text.tsx';
import { ChooseRegion } from './choose-region.tsx';
import { RegionList } from './region-list.tsx';

const REGION = graphql(`
  query Region($code: RegionCode!, $after: String) {
    region(code: $code) {
      code
      name
      fullName
      level
      enterpriseCount
      path {
        code
        name
      }
      children(first: 100, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            code
            name
            enterpriseCount
          }
        }
      }
    }
    serviceItems(filter: { region: $code }, first: 1) {
      totalCount
    }
  }
`);

/** A region's code has two digits for each of the first three levels, and three for each of the last two. */
const CODE = /^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$/;

export async function loader(args: LoaderFunctionArgs) {
  const code = args.params['code']!;
  if (!CODE.test(code)) throw respond(null, { status: 400 });
  const after = new URL(args.request.url).searchParams.get('after');
  const answer = await ask(args, REGION, { code, after });
  if (!answer.data?.region) failPage(answer);
  return { region: answer.data.region, items: answer.data.serviceItems, problems: answer.problems };
}

export default function RegionPage() {
  const { region, items, problems } = useLoaderData<typeof loader>();
  const { t, to, format } = useTexts();
  const { pathname, search } = useLocation();
  const name = region.name ?? region.code;
  const back = new URLSearchParams(search).get('return');
  const query = back === null ? '' : `?${new URLSearchParams({ return: back })}`;
  return (
    <div className={stack['page']}>
      <title>{t('regions.pageTitle', { name: region.fullName ?? name })}</title>
      <PageHead
        way={[
          { to: `/regions${query}`, title: t('regions.title') },
          ...region.path
            .slice(0, -1)
            .map((above) => ({ to: `/regions/${above.code}${query}`, title: above.name ?? above.code })),
        ]}
        title={name}
        lead={t(`regions.level.${region.level}`)}
        actions={<ChooseRegion code={region.code} look="primary" />}
      />
      <ProblemNotice problems={problems} />
      <Panel title={t('regions.about')}>
        <Facts
          facts={[
            [t('regions.fullName'), region.fullName],
            [t('regions.code'), <code key="code">{region.code}</code>],
            [
              t('regions.enterpriseCount'),
              region.enterpriseCount != null && format.number(region.enterpriseCount),
            ],
            [
              t('regions.itemCount'),
              items && (
                <Link to={to(`/items?region=${region.code}`)}>
                  {t('regions.items', { count: format.number(items.totalCount) })}
                </Link>
              ),
            ],
          ]}
        />
      </Panel>
      {region.children && region.children.totalCount > 0 && (
        <Panel
          title={t('regions.beneath')}
          aside={t('regions.foundCount', { count: region.children.totalCount })}
        >
          <RegionList regions={region.children.edges.map(({ node }) => node)} />
          <Pager pageInfo={region.children.pageInfo} address={`${pathname}${search}`} />
        </Panel>
      )}
      {region.children?.totalCount === 0 && <p className={stack['soft']}>{t('regions.lowest')}</p>}
    </div>
  );
}
