import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requestContext } from '../../context.ts';
import { Notice } from '../../design/notice.tsx';
import { PageHead } from '../../design/page-head.tsx';
import { Pager } from '../../design/pager.tsx';
import { Panel } from '../../design/panel.tsx';
import stack from '../../design/stack.module.css';
import { Status, type Tone } from '../../design/status.tsx';
import { ask } from '../../graph/ask.ts';
import { ProblemNotice } from '../../graph/problem-notice.tsx';
import { useTexts } from '../../language/text.tsx';
import { En, Zh } from '../../language/lang.tsx';
import { useVisitor } from '../../visitor.ts';
import { DevelopersNav } from './developers-nav.tsx';
import { VERSION } from '../../graph/catalogue-query.ts';
import { CHANGES } from './developers-query.ts';

const TONES: Readonly<Record<string, Tone>> = { BREAKING: 'bad', DANGEROUS: 'warn', SAFE: 'good' };

export async function loader(args: LoaderFunctionArgs) {
  const { person } = args.context.get(requestContext);
  const after = new URL(args.request.url).searchParams.get('after');
  // The registry tells its versions to holders of keys and to clients with this scope; nobody else need ask.
  const mayRead = person?.scopes.includes('registry:read') ?? false;
  const [version, changes] = await Promise.all([
    ask(args, VERSION, {}),
    mayRead ? ask(args, CHANGES, { after }) : null,
  ]);
  return {
    version: version.data?.dataResources?.edges[0]?.node.version ?? null,
    versions: changes?.data?.supergraphVersions ?? null,
    problems: [...version.problems, ...(changes?.problems ?? [])],
    mayRead,
  };
}

/** What has changed in the one schema, newest version first. */
export default function Changes() {
  const { version, versions, problems, mayRead } = useLoaderData<typeof loader>();
  const { t, to, format } = useTexts();
  const { path } = useVisitor();
  return (
    <div className={stack['page']}>
      <title>{t('developers.changes')}</title>
      <PageHead
        way={[{ to: '/developers', title: t('developers.title') }]}
        title={t('developers.changes')}
        lead={version === null ? undefined : t('developers.referenceLead', { version })}
      />
      <DevelopersNav />
      <ProblemNotice problems={problems} />
      {!mayRead && (
        <Notice>
          <p>{t('developers.changesForOthers')}</p>
          <p>
            <a href={to('/developers/schema.graphql')} download>
              {t('developers.sdl')}
            </a>
          </p>
        </Notice>
      )}
      {versions?.edges.map(({ node }) => (
        <Panel
          key={node.version}
          title={t('developers.versionTitle', { version: node.version })}
          aside={`${format.moment(node.createdAt)} · ${t(`developers.reason.${node.reason}`)}`}
        >
          {node.note && (
            <p>
              <Zh>{node.note}</Zh>
            </p>
          )}
          {node.changes.length === 0 ? (
            <p className={stack['soft']}>{t('developers.noChanges')}</p>
          ) : (
            <ul className={stack['list']}>
              {node.changes.map(({ kind, severity, coordinate, message }, i) => (
                <li key={i}>
                  <Status tone={TONES[severity] ?? 'neutral'}>{t(`developers.severity.${severity}`)}</Status>{' '}
                  {coordinate && (
                    <a
                      href={to(`/developers/reference/${coordinate.replace('.', '#').replace(/\(.*$/, '')}`)}
                    >
                      <code>{coordinate}</code>
                    </a>
                  )}{' '}
                  <span className={stack['soft']}>{kind}</span>
                  <p>
                    <En>{message}</En>
                  </p>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      ))}
      {versions && <Pager pageInfo={versions.pageInfo} address={path} />}
    </div>
  );
}
