import { randomUUID } from 'node:crypto';
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { Notice } from '../../../design/notice.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { Panel } from '../../../design/panel.tsx';
import stack from '../../../design/stack.module.css';
import { ask, failPage, requirePerson } from '../../../graph/ask.ts';
import { ProblemNotice } from '../../../graph/problem-notice.tsx';
import { useTexts } from '../../../language/text.tsx';
import { GiveMandate } from './give-mandate.tsx';
import { MandateList } from './mandate-list.tsx';
import { mandatesAction, type MandatesResult } from './mandates-action.ts';
import { AGENTS, ITEM_NAME, MANDATES } from './mandates-documents.ts';

export async function loader(args: LoaderFunctionArgs) {
  const person = requirePerson(args);
  const answer = await ask(args, MANDATES, {});
  if (!answer.data) failPage(answer);
  const own = (answer.data.myMandates?.edges ?? []).map(({ node }) => node);
  const led = own.filter(
    ({ kind, state, enterprise }) =>
      kind === 'LEGAL_REPRESENTATIVE' && state === 'IN_FORCE' && enterprise.status !== 'DEREGISTERED',
  );
  const agents = await Promise.all(
    led.slice(0, 20).map(async ({ enterprise: { uscc } }) => ask(args, AGENTS, { uscc })),
  );
  const given = agents.flatMap(({ data }) =>
    data?.enterprise
      ? (data.enterprise.mandates?.edges ?? [])
          .map(({ node }) => ({
            ...node,
            enterprise: { uscc: data.enterprise!.uscc, name: data.enterprise!.name },
          }))
          .filter(({ kind }) => kind === 'AGENT')
      : [],
  );
  const codes = [...new Set([...own, ...given].flatMap(({ items }) => items ?? []))].slice(0, 50);
  const names = await Promise.all(
    codes.map(async (code): Promise<[string, string]> => {
      const { data } = await ask(args, ITEM_NAME, { code });
      return [code, data?.catalogueItem?.name ?? code];
    }),
  );
  return {
    me: person.id,
    led: led.map(({ enterprise }) => enterprise),
    given,
    own: own.toSorted((one, other) => Number(other.state === 'IN_FORCE') - Number(one.state === 'IN_FORCE')),
    names: Object.fromEntries(names),
    done: new URL(args.request.url).searchParams.get('done'),
    problems: [...answer.problems, ...agents.flatMap(({ problems }) => problems)],
    key: randomUUID(),
  };
}

export function action(args: ActionFunctionArgs) {
  return mandatesAction(args);
}

export default function MandatesPage() {
  const { led, given, own, names, done, problems, key } = useLoaderData<typeof loader>();
  const result = useActionData() as MandatesResult | undefined;
  const { t } = useTexts();
  return (
    <div className={stack['page']}>
      <title>{t('mandates.pageTitle')}</title>
      <PageHead
        way={[{ to: '/my', title: t('my.title') }]}
        title={t('mandates.title')}
        lead={t('mandates.lead')}
      />
      <ProblemNotice problems={problems} />
      {(done === 'given' || done === 'revoked') && <Notice tone="good" title={t(`mandates.done.${done}`)} />}
      {led.length > 0 && (
        <>
          <Panel title={t('mandates.agents')} aside={t('my.count', { count: given.length })}>
            <MandateList mandates={given} names={names} idempotencyKey={key} result={result} showsPerson />
          </Panel>
          <Panel title={t('mandates.give')} id="give">
            <GiveMandate enterprises={led} idempotencyKey={key} result={result?.typed ? result : undefined} />
          </Panel>
        </>
      )}
      <Panel title={t('mandates.own')} aside={t('my.count', { count: own.length })}>
        <MandateList mandates={own} names={names} idempotencyKey={key} result={result} />
      </Panel>
    </div>
  );
}
