import type { LoaderFunctionArgs } from 'react-router';
import { Link, useLoaderData, useLocation } from 'react-router';
import { PageHead } from '../../../design/page-head.tsx';
import { Pager } from '../../../design/pager.tsx';
import stack from '../../../design/stack.module.css';
import { ProblemNotice } from '../../../graph/problem-notice.tsx';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import { SearchBox } from '../../home/search-box.tsx';
import { Empty } from '../parts/empty.tsx';
import { CodeNotice } from './code-notice.tsx';
import { find, type Kind, KINDS } from './find.ts';
import { DataResults, EnterpriseResults, ItemResults, MatterResults } from './results.tsx';
import styles from './search.module.css';

export async function loader(args: LoaderFunctionArgs) {
  return find(args);
}

const EXAMPLES = ['食品经营', '营业执照', '施工许可', '社会保险'];

export default function SearchPage() {
  const { typed, kind, words, isShortened, meaning, answer } = useLoaderData<typeof loader>();
  const { t, to, format } = useTexts();
  const { pathname, search } = useLocation();
  const data = answer?.data;
  const counts: Record<Kind, number | null | undefined> = {
    enterprises: data?.enterprises && (data.enterprises.totalCount ?? null),
    items: data?.serviceItems?.totalCount,
    matters: data?.matters?.length,
    data: data?.dataResources?.totalCount,
  };
  const shown = KINDS.filter((one) => counts[one] !== undefined && counts[one] !== 0);
  const paged = { enterprises: data?.enterprises, items: data?.serviceItems, data: data?.dataResources };
  const pageInfo = kind === null || kind === 'matters' ? null : paged[kind]?.pageInfo;
  const address = (one: Kind | null) =>
    to(`/search?${new URLSearchParams({ q: typed, ...(one && { in: one }) })}`);
  const results = {
    enterprises: data?.enterprises && <EnterpriseResults found={data.enterprises} words={words} />,
    items: data?.serviceItems && <ItemResults found={data.serviceItems} words={words} />,
    matters: data?.matters && <MatterResults found={data.matters} words={words} />,
    data: data?.dataResources && <DataResults found={data.dataResources} words={words} />,
  };
  return (
    <div className={stack['page']}>
      <title>{typed === '' ? t('search.title') : t('search.pageTitle', { q: typed })}</title>
      <PageHead title={t('search.title')} />
      <SearchBox value={typed} kind={kind} />
      {isShortened && <p className={stack['soft']}>{t('search.shortened')}</p>}
      <CodeNotice meaning={meaning} />
      {answer && (
        <>
          <nav aria-label={t('search.tabs')} data-print="none">
            <ul className={styles['tabs']}>
              {[null, ...KINDS].map((one) => (
                <li key={one ?? 'all'}>
                  <Link to={address(one)} aria-current={one === kind ? 'page' : undefined}>
                    {t(`search.tab.${one ?? 'all'}`)}
                    {one !== null && counts[one] !== undefined && (
                      <span className={styles['count']}>
                        {counts[one] === null ? '10,000+' : format.number(counts[one])}
                      </span>
                    )}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <ProblemNotice problems={answer.problems} />
          {shown.map((one) => (
            <section key={one} aria-labelledby={`found-${one}`} className={styles['group']}>
              <header className={styles['groupHead']}>
                <h2 id={`found-${one}`}>{t(`search.tab.${one}`)}</h2>
                {one === 'items' && data?.region && (
                  <span className={stack['soft']}>
                    <Zh>{t('search.inRegion', { region: data.region.fullName ?? data.region.code })}</Zh>{' '}
                    <Link to={to(`/regions?return=${encodeURIComponent(`${pathname}${search}`)}`)}>
                      {t('search.otherRegion')}
                    </Link>
                  </span>
                )}
              </header>
              {results[one]}
              {kind === null && (counts[one] === null || counts[one]! > 5) && (
                <p>
                  <Link to={address(one)}>
                    {t(`search.all.${one}`, {
                      count: counts[one] === null ? '10,000+' : format.number(counts[one]!),
                    })}
                  </Link>
                </p>
              )}
            </section>
          ))}
          {pageInfo && <Pager pageInfo={pageInfo} address={`${pathname}${search}`} />}
        </>
      )}
      {answer && shown.length === 0 && answer.problems.length === 0 && (
        <Empty title={t('search.empty', { q: words.join(' ') })}>
          <ul>
            <li>{t('search.tip.shorter')}</li>
            <li>
              <Link to={to(`/regions?return=${encodeURIComponent(`${pathname}${search}`)}`)}>
                {t('search.tip.region')}
              </Link>
            </li>
            {kind !== null && (
              <li>
                <Link to={address(null)}>{t('search.tip.all')}</Link>
              </li>
            )}
            <li>{t('search.tip.call')}</li>
          </ul>
        </Empty>
      )}
      {words.length === 0 && (
        <p className={styles['examples']}>
          {t('search.examples')}{' '}
          {EXAMPLES.map((example) => (
            <Link key={example} to={to(`/search?q=${encodeURIComponent(example)}`)}>
              <Zh>{example}</Zh>
            </Link>
          ))}
        </p>
      )}
    </div>
  );
}
