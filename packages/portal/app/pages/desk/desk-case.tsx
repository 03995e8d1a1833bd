import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { Notice } from '../../design/notice.tsx';
import { PageHead } from '../../design/page-head.tsx';
import { Panel } from '../../design/panel.tsx';
import stack from '../../design/stack.module.css';
import { Status } from '../../design/status.tsx';
import { ask, failPage, graphOf } from '../../graph/ask.ts';
import { ProblemNotice } from '../../graph/problem-notice.tsx';
import { useTexts } from '../../language/text.tsx';
import { CaseAnswers } from './case-answers.tsx';
import { CaseClocks } from './case-clocks.tsx';
import { CaseMaterials } from './case-materials.tsx';
import { CaseSteps } from './case-steps.tsx';
import { CaseTimeline } from './case-timeline.tsx';
import { ChangesNotice } from './changes-notice.tsx';
import { clockOf } from './clock.ts';
import { ClockStatus } from './clock-status.tsx';
import styles from './desk-case.module.css';
import { tellName } from './names.ts';
import { purposeOf } from './purpose.ts';
import { requireDesk } from './require-desk.ts';
import { changesSince, readSeen, seenCookie, seenOf, writeSeen } from './seen.ts';
import { isStep, possibleSteps, readStep, typedOf } from './steps.ts';
import { stateTone } from './tones.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { person, desk } = requireDesk(args, args.params['department']);
  const number = args.params['number']!;
  const answer = await ask(args, desk.one, { number } as never, { purpose: purposeOf(person, number) });
  const one = answer.data === null ? null : desk.toCase(answer.data);
  if (!one) failPage(answer);
  const { protocol, pathname, searchParams } = new URL(args.request.url);
  const now = new Date();
  const seen = writeSeen(one, now);
  const done = searchParams.get('done');
  return data(
    {
      one,
      problems: answer.problems,
      clock: clockOf(one, now),
      steps: possibleSteps(one),
      desk: { hasPermits: desk.hasPermits, mostExtensionDays: desk.mostExtensionDays },
      seen,
      // After a step of one's own, nothing is news.
      changes: done === null ? changesSince(seenOf(args.request.headers.get('cookie')), one) : null,
      done: isStep(done) ? done : null,
      key: crypto.randomUUID(),
    },
    { headers: { 'set-cookie': seenCookie(seen, pathname.replace(/\.data$/, ''), protocol === 'https:') } },
  );
}

export async function action(args: ActionFunctionArgs) {
  const { person, desk } = requireDesk(args, args.params['department']);
  const form = await args.request.formData();
  const step = form.get('step');
  if (!isStep(step)) throw data(null, { status: 400 });
  const number = args.params['number']!;
  const version = Number(form.get('version'));
  const key = String(form.get('key') ?? '');
  const back = {
    step,
    typed: typedOf(form),
    seen: String(form.get('seen') ?? ''),
    errors: [] as { code: string; message: string }[],
    problems: [] as Awaited<ReturnType<typeof ask>>['problems'],
    retried: null as { version: number; key: string } | null,
  };
  // The button that adds a row to a list, for who runs no scripts.
  if (form.has('add')) return back;
  const answer = await graphOf(args).mutate(
    desk.steps[step],
    { number, ...readStep(step, form, desk), expectedVersion: version, idempotencyKey: key } as never,
    { purpose: purposeOf(person, number) },
  );
  const { userErrors = [], case: changed } = answer.data?.step ?? {};
  if (changed && userErrors.length === 0) {
    return redirect(`${new URL(args.request.url).pathname.replace(/\.data$/, '')}?done=${step}`, 303);
  }
  const errors = userErrors.map(({ code, message }) => ({ code, message }));
  // Nobody knows what became of it: sent again with the same key, it is done once.
  const retried = errors.length === 0 ? { version, key } : null;
  const isStale = errors.some(({ code }) => code === 'STALE_VERSION');
  return data(
    { ...back, errors, problems: answer.problems, retried },
    { status: errors.length === 0 ? 503 : isStale ? 409 : 400 },
  );
}

export default function DeskCasePage() {
  const { one, problems, clock, steps, desk, seen, changes, done, key } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const texts = useTexts();
  const { t, to } = texts;
  const title = tellName(texts, one.item);
  const isStale = failed?.errors.some(({ code }) => code === 'STALE_VERSION' || code === 'WRONG_STATE');
  const meanwhile = isStale ? changesSince(readSeen(failed?.seen), one) : failed ? null : changes;
  return (
    <div className={stack['page']}>
      <title>{t('desk.caseTitle', { title, number: one.number })}</title>
      <PageHead
        way={[{ to: '/desk', title: t('desk.title') }]}
        title={title}
        lead={
          <span className={stack['row']}>
            <code>{one.number}</code>
            <Status tone={stateTone(one.state)}>{t(`case.state.${one.state}`)}</Status>
            {one.decision && (
              <Status tone={one.decision === 'GRANTED' ? 'good' : 'bad'}>
                {t(`desk.decision.${one.decision}`)}
              </Status>
            )}
            {steps.length > 0 && <ClockStatus clock={clock} />}
          </span>
        }
      />
      {done && (
        <Notice tone="good" isAlert>
          <p>
            {t(`desk.done.${done}`)} <Link to={to('/desk')}>{t('desk.backToInbox')}</Link>
          </p>
        </Notice>
      )}
      <ProblemNotice problems={problems} />
      {meanwhile && <ChangesNotice changes={meanwhile} answers={one.answers} isStale={Boolean(isStale)} />}
      <div className={styles['columns']}>
        <div className={stack['stack']}>
          <Panel title={t('desk.answers')} aside={t('desk.answersAside', { count: one.answers.length })}>
            <CaseAnswers answers={one.answers} changed={meanwhile?.answers ?? []} />
          </Panel>
          <Panel title={t('desk.materials')}>
            {one.materials ? (
              <CaseMaterials materials={one.materials} followUp={one.followUp} />
            ) : (
              <p className={stack['soft']}>{t('desk.takesNoFiles')}</p>
            )}
          </Panel>
          <Panel title={t('desk.timeline')}>
            <CaseTimeline events={one.timeline} answers={one.answers} />
          </Panel>
        </div>
        <div className={styles['beside']}>
          <Panel title={t('desk.decide')} id="steps">
            <CaseSteps
              one={one}
              steps={steps}
              desk={desk}
              seen={seen}
              keyOfStep={key}
              failed={failed ?? null}
            />
          </Panel>
          <Panel title={t('desk.clocks')}>
            <CaseClocks one={one} />
          </Panel>
        </div>
      </div>
    </div>
  );
}
