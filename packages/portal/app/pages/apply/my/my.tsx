import { randomUUID } from 'node:crypto';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { ButtonLink } from '../../../design/button.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { Pager } from '../../../design/pager.tsx';
import { Panel } from '../../../design/panel.tsx';
import stack from '../../../design/stack.module.css';
import { Status } from '../../../design/status.tsx';
import { ask, failPage, graphOf, requirePerson } from '../../../graph/ask.ts';
import { ProblemNotice } from '../../../graph/problem-notice.tsx';
import { useTexts } from '../../../language/text.tsx';
import { countDown } from '../cases/case-state.ts';
import { errorsOf } from '../forms/form-action.ts';
import { Refused } from '../forms/form-screen.tsx';
import { commandKey } from '../forms/save-step.ts';
import { MandatesBrief } from './mandates-brief.tsx';
import { ACCEPT_OFFER, DECLINE_OFFER, MY } from './my-documents.ts';
import { Offers } from './offers.tsx';
import { caseRow, matterRow, type WorkRow, sortRows } from './work-rows.ts';
import { WorkList } from './work-list.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const person = requirePerson(args);
  const url = new URL(args.request.url);
  const answer = await ask(args, MY, { after: url.searchParams.get('after') });
  if (!answer.data) failPage(answer);
  const { myCases, myMatterCases, myOffers, myMandates } = answer.data;
  const isFirst = !url.searchParams.has('after');
  const rows: WorkRow[] = [
    ...(isFirst ? (myMatterCases?.edges ?? []).map(({ node }) => matterRow(node)) : []),
    ...(myCases?.edges ?? []).map(({ node }) => caseRow(node)),
  ].map((row) => ({ ...row, countdown: row.until ? countDown(row.until) : null }));
  return {
    person: person.name,
    rows: sortRows(rows),
    offers: isFirst ? (myOffers?.edges ?? []).map(({ node }) => node) : [],
    mandates: (myMandates?.edges ?? []).map(({ node }) => node).filter(({ state }) => state === 'IN_FORCE'),
    pageInfo: myCases?.pageInfo ?? { hasNextPage: false, endCursor: null },
    address: `${url.pathname}${url.search}`,
    problems: answer.problems,
    key: randomUUID(),
  };
}

/** Accepts or declines an offer. */
export async function action(args: ActionFunctionArgs) {
  requirePerson(args);
  const form = await args.request.formData();
  const [verb, id = ''] = String(form.get('go')).split(':');
  const version = Number(form.get('version'));
  const key = commandKey(String(form.get('key')), verb, id, version);
  const home = `/${args.params['language']}/my`;
  const graph = graphOf(args);
  if (verb === 'accept') {
    const answer = await graph.mutate(ACCEPT_OFFER, { id, version, key });
    const accepted = answer.data?.acceptOffer;
    if (accepted?.case)
      return redirect(`/${args.params['language']}/cases/${accepted.case.number}?submitted=1`, 303);
    return { id, errors: errorsOf(answer, accepted?.userErrors) };
  }
  const answer = await graph.mutate(DECLINE_OFFER, { id, version, key });
  const declined = answer.data?.declineOffer;
  if (declined?.offer) return redirect(home, 303);
  return { id, errors: errorsOf(answer, declined?.userErrors) };
}

export default function MyPage() {
  const { person, rows, offers, mandates, pageInfo, address, problems, key } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t, to } = useTexts();
  const yours = rows.filter(({ group }) => group === 'YOURS');
  const open = rows.filter(({ group }) => group === 'OFFICE');
  const ended = rows.filter(({ group }) => group === 'ENDED');
  return (
    <div className={stack['page']}>
      <title>{t('my.pageTitle')}</title>
      <PageHead
        title={t('my.title')}
        lead={t('my.hello', { name: person })}
        actions={<ButtonLink to={to('/items')}>{t('my.apply')}</ButtonLink>}
      />
      <ProblemNotice problems={problems} />
      {result && !offers.some(({ id }) => id === result.id) && <Refused errors={result.errors} />}
      <Panel
        title={t('my.yours')}
        aside={
          <Status tone={yours.length > 0 ? 'warn' : 'good'}>{t('my.count', { count: yours.length })}</Status>
        }
      >
        {yours.length > 0 ? <WorkList rows={yours} isUrgent /> : <p>{t('my.nothingYours')}</p>}
      </Panel>
      {offers.length > 0 && (
        <Panel title={t('my.offers')} aside={t('my.offersAside')} id="offers">
          <Offers offers={offers} idempotencyKey={key} result={result} />
        </Panel>
      )}
      <div className={stack['columns']}>
        <div className={stack['stack']}>
          <Panel title={t('my.open')} aside={t('my.count', { count: open.length })}>
            {open.length > 0 ? <WorkList rows={open} /> : <p className={stack['soft']}>{t('my.noneOpen')}</p>}
          </Panel>
          <Panel title={t('my.ended')} aside={t('my.count', { count: ended.length })}>
            {ended.length > 0 ? (
              <WorkList rows={ended} />
            ) : (
              <p className={stack['soft']}>{t('my.noneEnded')}</p>
            )}
            <Pager pageInfo={pageInfo} address={address} />
          </Panel>
        </div>
        <MandatesBrief mandates={mandates} />
      </div>
    </div>
  );
}
