import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { ButtonLink } from '../../design/button.tsx';
import { Facts } from '../../design/facts.tsx';
import { PageHead } from '../../design/page-head.tsx';
import { Panel } from '../../design/panel.tsx';
import stack from '../../design/stack.module.css';
import { ask } from '../../graph/ask.ts';
import { ProblemNotice } from '../../graph/problem-notice.tsx';
import { useTexts } from '../../language/text.tsx';
import { CodeBlock } from './code-block.tsx';
import styles from './developers.module.css';
import { DevelopersNav } from './developers-nav.tsx';
import { VERSION } from '../../graph/catalogue-query.ts';
import { LOCAL_GATEWAY } from './examples-data.ts';

/** Of docs/limits.md, what one meets first. */
const LIMITS = [
  ['developers.limit.cost', '25,000', 'COST_LIMIT_EXCEEDED'],
  ['developers.limit.depth', '20', 'OPERATION_TOO_COMPLEX'],
  ['developers.limit.fields', '2,000', 'OPERATION_TOO_COMPLEX'],
  ['developers.limit.anonymous', '6,000', 'RATE_LIMITED'],
  ['developers.limit.client', '60,000', 'RATE_LIMITED'],
  ['developers.limit.time', '30 s', 'OPERATION_TIMEOUT'],
  ['developers.limit.answer', '16 MiB', 'ANSWER_TOO_LARGE'],
] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { data, problems } = await ask(args, VERSION, {});
  return {
    version: data?.dataResources?.edges[0]?.node.version ?? null,
    departments: data?.departments?.map(({ name }) => name) ?? [],
    problems,
  };
}

export default function Developers() {
  const { version, departments, problems } = useLoaderData<typeof loader>();
  const { t, to, language } = useTexts();
  return (
    <div className={stack['page']}>
      <title>{t('developers.title')}</title>
      <PageHead
        title={t('developers.title')}
        lead={t('developers.lead')}
        actions={
          <>
            <ButtonLink to={to('/developers/reference')}>{t('developers.nav.reference')}</ButtonLink>
            <a href={to('/developers/schema.graphql')} download className={styles['download']}>
              {t('developers.sdl')}
            </a>
          </>
        }
      />
      <DevelopersNav />
      <ProblemNotice problems={problems} />
      <div className={stack['columns']}>
        <div className={stack['stack']}>
          <Panel title={t('developers.what')}>
            <div className={stack['stack']}>
              <p>{t('developers.whatText')}</p>
              <Facts
                facts={[
                  [t('developers.version'), version === null ? null : String(version)],
                  [
                    t('developers.departments'),
                    departments.map((name) => t(`department.${name}`)).join(language === 'zh' ? '、' : ', '),
                  ],
                ]}
              />
            </div>
          </Panel>
          <Panel title={t('developers.first')}>
            <div className={stack['stack']}>
              <p>{t('developers.firstText')}</p>
              <CodeBlock label="curl">
                {`curl -s ${LOCAL_GATEWAY} -H 'content-type: application/json' \\\n  -d '{"query":"{ enterprises(first: 3) { edges { node { uscc name } } } }"}'`}
              </CodeBlock>
              <p>
                <Link to={to('/developers/examples')}>{t('developers.moreExamples')}</Link>
              </p>
            </div>
          </Panel>
          <Panel title={t('developers.token')}>
            <div className={stack['stack']}>
              <p>{t('developers.tokenText')}</p>
              <CodeBlock label="sh">{`npm start\nnpm run --silent yiwang -- token --client desk --scope sharing:apply`}</CodeBlock>
              <p>
                {t('developers.localPage')} <a href={LOCAL_GATEWAY}>{LOCAL_GATEWAY}</a>
              </p>
            </div>
          </Panel>
        </div>
        <div className={stack['stack']}>
          <Panel title={t('developers.addresses')}>
            <dl className={styles['addresses']}>
              <dt>
                <code>POST /graphql</code>
              </dt>
              <dd>{t('developers.address.post')}</dd>
              <dt>
                <code>GET /graphql?query=</code>
              </dt>
              <dd>{t('developers.address.get')}</dd>
              <dt>
                <code>WS /graphql</code>
              </dt>
              <dd>{t('developers.address.ws')}</dd>
            </dl>
          </Panel>
          <Panel title={t('developers.limits')}>
            <ul className={stack['list']}>
              {LIMITS.map(([text, limit, code]) => (
                <li key={text}>
                  {t(text)} <strong>{limit}</strong>{' '}
                  <a href={`${to('/developers/errors')}#${code}`}>
                    <code>{code}</code>
                  </a>
                </li>
              ))}
            </ul>
            <p className={stack['soft']}>{t('developers.limitsNote')}</p>
          </Panel>
        </div>
      </div>
    </div>
  );
}
