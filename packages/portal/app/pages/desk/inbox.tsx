import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Notice } from '../../design/notice.tsx';
import { PageHead } from '../../design/page-head.tsx';
import { Pager } from '../../design/pager.tsx';
import stack from '../../design/stack.module.css';
import { ask } from '../../graph/ask.ts';
import { ProblemNotice } from '../../graph/problem-notice.tsx';
import { graphql } from '../../graphql/generated/gql.ts';
import { useTexts } from '../../language/text.tsx';
import { useVisitor } from '../../visitor.ts';
import { clockOf } from './clock.ts';
import { InboxFilters } from './inbox-filters.tsx';
import { InboxList } from './inbox-list.tsx';
import { readFilter } from './inbox-filter.ts';
import styles from './inbox.module.css';
import { purposeOf } from './purpose.ts';
import { requireDesk } from './require-desk.ts';

const PAGE_SIZE = 50;

const REGIONS = graphql(`
  query DeskRegions {
    regions(filter: { parent: "32" }, first: 20) {
      edges {
        node {
          code
          name
        }
      }
    }
  }
`);

export async function loader(args: LoaderFunctionArgs) {
  const { person, desk } = requireDesk(args);
  const { searchParams } = new URL(args.request.url);
  const filter = readFilter(searchParams);
  const variables = { ...desk.inboxVariables(filter), first: PAGE_SIZE, after: searchParams.get('after') };
  const [inbox, regions] = await Promise.all([
    ask(args, desk.inbox, variables as never, { purpose: purposeOf(person) }),
    ask(args, REGIONS, {}),
  ]);
  const page = inbox.data === null ? null : desk.toPage(inbox.data);
  const now = new Date();
  return {
    department: desk.department,
    items: desk.items,
    filter,
    isNarrowed: Object.values(filter).some(Boolean),
    page: page && { ...page, rows: page.rows.map((row) => ({ ...row, clock: clockOf(row, now) })) },
    problems: inbox.problems,
    regions:
      regions.data?.regions?.edges.map(({ node }) => ({ ...node, name: node.name ?? node.code })) ?? [],
    now: now.toISOString(),
  };
}

export default function InboxPage() {
  const { department, items, filter, isNarrowed, page, problems, regions, now } =
    useLoaderData<typeof loader>();
  const { t, to, format } = useTexts();
  const { path, nonce } = useVisitor();
  const rows = page?.rows ?? [];
  const late = rows.filter(({ clock }) => clock.kind === 'late').length;
  return (
    <div className={stack['page']}>
      <title>{t('desk.title')}</title>
      <PageHead
        title={t('desk.title')}
        lead={t('desk.lead', { department: t(`department.${department}`) })}
        actions={
          <a
            href={path}
            className={styles['reload']}
            data-key="r"
            data-news={to('/desk/news')}
            data-news-text={t('desk.newsLink')}
            aria-live="polite"
          >
            {t('desk.reload', { at: format.moment(now) })}
          </a>
        }
      />
      <ProblemNotice problems={problems} />
      <InboxFilters filter={filter} items={items} rows={rows} regions={regions} />
      {page && (
        <section aria-labelledby="count">
          <h2 id="count" className={styles['count']}>
            {t('desk.count', {
              count: page.totalCount ?? 10_000,
              shown: page.totalCount === null ? '10,000+' : format.number(page.totalCount),
            })}
            {late > 0 && <strong className={styles['late']}> {t('desk.lateCount', { count: late })}</strong>}
          </h2>
          {rows.length === 0 ? (
            <Notice>
              <p>{t(isNarrowed ? 'desk.noneFound' : 'desk.empty')}</p>
              {isNarrowed && <a href={to('/desk')}>{t('desk.all')}</a>}
            </Notice>
          ) : (
            <InboxList department={department} rows={rows} />
          )}
          <Pager pageInfo={page.pageInfo} address={path} />
        </section>
      )}
      <details className={styles['keys']} data-keys>
        <summary>{t('desk.keys')}</summary>
        <dl>
          {(['j', 'k', 'Enter', '/', 'r', '?'] as const).map((key) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(`desk.keys.${key === '/' ? 'filter' : key === '?' ? 'help' : key}`)}</dd>
            </div>
          ))}
        </dl>
        {/* Without scripts there are no keys to turn off. */}
        <label hidden data-keys-switch>
          <input type="checkbox" /> {t('desk.keys.use')}
        </label>
      </details>
      {/* Once the rows are there: React would put a script that is async before them. */}
      <script type="module" src="/desk-keys.js" nonce={nonce} />
    </div>
  );
}
