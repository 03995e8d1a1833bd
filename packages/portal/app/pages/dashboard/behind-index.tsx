import { data, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { PageHead } from '../../design/page-head.tsx';
import { Pager } from '../../design/pager.tsx';
import { Panel } from '../../design/panel.tsx';
import stack from '../../design/stack.module.css';
import { ask, failPage } from '../../graph/ask.ts';
import { ProblemNotice } from '../../graph/problem-notice.tsx';
import { graphql } from '../../graphql/generated/gql.ts';
import { useTexts } from '../../language/text.tsx';
import { Zh } from '../../language/lang.tsx';
import { useVisitor } from '../../visitor.ts';
import { INDEX_NAMES } from './data/indices.ts';
import { readChoice } from './period.ts';

const BEHIND = graphql(`
  query DashboardBehindIndex(
    $region: RegionCode!
    $month: String!
    $after: String
    $channels: Boolean!
    $coverage: Boolean!
    $guides: Boolean!
    $maturity: Boolean!
  ) {
    serviceIndices(region: $region, month: $month) {
      region {
        code
        name
      }
      channels @include(if: $channels) {
        ...BehindParts
      }
      coverage @include(if: $coverage) {
        ...BehindParts
      }
      guides @include(if: $guides) {
        ...BehindParts
      }
      maturity @include(if: $maturity) {
        ...BehindParts
      }
    }
  }

  fragment BehindParts on ItemIndex {
    parts {
      name
      entries(counts: false, first: 50, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            region {
              code
              fullName
            }
            serviceItem {
              code
              name
            }
            catalogueItem {
              basicCode
              name
            }
          }
        }
      }
    }
  }
`);

export async function loader(args: LoaderFunctionArgs) {
  const query = new URL(args.request.url).searchParams;
  const choice = readChoice(query, new Date());
  const index = INDEX_NAMES.find((name) => name === args.params['index']);
  // What stands behind the index of cases are cases, which officials see at their desk.
  if (!index || index === 'effect') throw data(null, { status: 404 });
  const is = (name: string) => name === index;
  const answer = await ask(args, BEHIND, {
    ...choice,
    after: query.get('after'),
    channels: is('channels'),
    coverage: is('coverage'),
    guides: is('guides'),
    maturity: is('maturity'),
  });
  const indices = answer.data?.serviceIndices;
  if (!indices) failPage(answer);
  const part = indices[index]?.parts.find(({ name }) => name === args.params['part']);
  if (!part) throw data(null, { status: 404 });
  return { choice, index, part, region: indices.region?.name ?? choice.region, problems: answer.problems };
}

/** What counts against an index: the items, or what a region does not offer. */
export default function BehindIndex() {
  const { choice, index, part, region, problems } = useLoaderData<typeof loader>();
  const { t, to, format } = useTexts();
  const { path } = useVisitor();
  const query = new URLSearchParams({ ...choice, index });
  return (
    <div className={stack['page']}>
      <title>{t('dashboard.behindTitle', { part: t(`dashboard.part.${part.name}`) })}</title>
      <PageHead
        way={[{ to: `/dashboard?${query}`, title: t('dashboard.title') }]}
        title={t('dashboard.behindTitle', { part: t(`dashboard.part.${part.name}`) })}
        lead={`${t(`dashboard.index.${index}`)} · ${region} · ${format.month(choice.month)}`}
      />
      <ProblemNotice problems={problems} />
      {part.entries && (
        <Panel
          title={t('dashboard.behindList')}
          aside={t('dashboard.behindCount', { count: format.number(part.entries.totalCount) })}
        >
          <ul className={stack['list']}>
            {part.entries.edges.map(({ node }, i) => (
              <li key={i}>
                {node.serviceItem ? (
                  <Link to={to(`/items/${node.serviceItem.code}`)}>
                    <Zh>{node.serviceItem.name}</Zh>
                  </Link>
                ) : (
                  <Zh>{node.catalogueItem?.name ?? t('dashboard.unknown')}</Zh>
                )}
                <br />
                <span className={stack['soft']}>
                  <Zh>
                    {[node.region?.fullName, node.serviceItem?.code ?? node.catalogueItem?.basicCode]
                      .filter(Boolean)
                      .join(' · ')}
                  </Zh>
                </span>
              </li>
            ))}
          </ul>
          <Pager pageInfo={part.entries.pageInfo} address={path} />
        </Panel>
      )}
    </div>
  );
}
