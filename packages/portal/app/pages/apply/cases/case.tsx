import { randomUUID } from 'node:crypto';
import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { ButtonLink } from '../../../design/button.tsx';
import { Facts } from '../../../design/facts.tsx';
import { Notice } from '../../../design/notice.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { Panel } from '../../../design/panel.tsx';
import stack from '../../../design/stack.module.css';
import { ask, failPage, requirePerson } from '../../../graph/ask.ts';
import { ProblemNotice } from '../../../graph/problem-notice.tsx';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import { AnswerList } from '../forms/answer-list.tsx';
import type { Answers } from '../forms/answers.ts';
import { readSchema } from '../forms/form-schema.ts';
import { Refused } from '../forms/form-screen.tsx';
import { LivePart } from '../forms/live-part.tsx';
import { caseAction, type CaseActionResult } from './case-action.ts';
import { CASE, CASE_CHANGED } from './case-documents.ts';
import { countDown, nextActOf, stagesOf } from './case-state.ts';
import { CaseTimeline } from './case-timeline.tsx';
import { NextStep } from './next-step.tsx';
import { Progress } from './progress.tsx';
import { Rating } from './rating.tsx';
import { Result } from './result.tsx';
import { Withdraw } from './withdraw.tsx';

const OPEN = new Set(['SUBMITTED', 'RETURNED', 'ACCEPTED', 'UNDER_REVIEW', 'SUSPENDED', 'DRAFT']);

export async function loader(args: LoaderFunctionArgs) {
  requirePerson(args);
  const number = args.params['number']!;
  const answer = await ask(args, CASE, { number });
  const known = answer.data?.case;
  if (!known) failPage(answer);
  const next = nextActOf(known);
  return {
    known: { ...known, form: known.form as Answers | null },
    schema: readSchema(known.formSchema),
    next,
    countdown: next.until === null ? null : countDown(next.until),
    stages: stagesOf(
      known,
      known.timeline.map(({ step }) => step),
    ),
    done: new URL(args.request.url).searchParams,
    problems: answer.problems,
    key: randomUUID(),
  };
}

export function action(args: ActionFunctionArgs) {
  return caseAction(args);
}

export default function CasePage() {
  const { known, schema, next, countdown, stages, done, problems, key } = useLoaderData<typeof loader>();
  const result = useActionData() as CaseActionResult | undefined;
  const { t, to, format } = useTexts();
  const { number, state, serviceItem, applicant, region, version } = known;
  const name = serviceItem?.name ?? number;
  const isOwn = known.source !== 'REGISTER';
  const canRate = state === 'DELIVERED' && isOwn;
  const canWithdraw = OPEN.has(state) && isOwn;
  // Where a step is not possible any more, its form is away, and cannot say so.
  const canStill = (go: CaseActionResult['go']) => (go === 'rate' ? canRate : canWithdraw);
  return (
    <div className={stack['page']}>
      <title>{t('cases.pageTitle', { name })}</title>
      <PageHead
        way={[{ to: '/my', title: t('my.title') }]}
        title={name}
        lead={t('cases.number', { number })}
      />
      <ProblemNotice problems={problems} />
      {result?.errors && !canStill(result.go) && <Refused errors={result.errors} />}
      {done.has('submitted') && state === 'SUBMITTED' && (
        <Notice tone="good" title={t('cases.submitted')}>
          <p>{t('cases.submittedText', { number })}</p>
        </Notice>
      )}
      {done.get('done') === 'rate' && <Notice tone="good" title={t('cases.rated')} />}
      <LivePart document={CASE_CHANGED} variables={{ number }} version={version}>
        <div className={stack['stack']}>
          <NextStep known={known} next={next} countdown={countdown} />
          <Panel title={t('cases.progress')}>
            <Progress stages={stages} />
          </Panel>
          <div className={stack['columns']}>
            <div className={stack['stack']}>
              {known.permit && <Result permit={known.permit} />}
              {canRate && (
                <Rating
                  known={known}
                  idempotencyKey={key}
                  result={result?.go === 'rate' ? result : undefined}
                />
              )}
              <Panel title={t('cases.timeline')}>
                <CaseTimeline timeline={known.timeline} schema={schema} />
              </Panel>
            </div>
            <div className={stack['stack']}>
              <Panel title={t('cases.about')}>
                <div className={stack['stack']}>
                  <Facts
                    facts={[
                      [
                        t('cases.applicant'),
                        applicant ? (
                          <Link to={to(`/enterprises/${applicant.uscc}`)}>
                            <Zh>{applicant.name}</Zh>
                          </Link>
                        ) : (
                          t('cases.person')
                        ),
                      ],
                      [t('cases.office'), serviceItem?.department.name],
                      [t('cases.region'), region?.fullName],
                      [t('cases.receivedOn'), format.day(known.receivedOn)],
                      [t('cases.dueOn'), known.dueOn && format.day(known.dueOn)],
                      [
                        t('cases.extension'),
                        known.extensionDays && t('cases.days', { count: known.extensionDays }),
                      ],
                      [t('cases.decidedOn'), known.decidedOn && format.day(known.decidedOn)],
                      [t('cases.applicantTime'), known.times && format.hours(known.times.applicantHours)],
                      [t('cases.officialTime'), known.times && format.hours(known.times.officialHours)],
                    ]}
                  />
                  {serviceItem && (
                    <p>
                      <Link to={to(`/items/${serviceItem.code}`)}>{t('cases.guide')}</Link>
                    </p>
                  )}
                </div>
              </Panel>
              {(schema || (known.materials?.length ?? 0) > 0) && (
                <Panel title={t(state === 'DRAFT' ? 'cases.entered' : 'cases.handedInAll')}>
                  <details>
                    <summary>{t('cases.showAnswers')}</summary>
                    {schema && known.form && (
                      <AnswerList
                        schema={schema}
                        names={Object.keys(schema.properties)}
                        answers={known.form}
                      />
                    )}
                  </details>
                  {known.materials && known.materials.length > 0 && (
                    <ul className={stack['list']}>
                      {known.materials.map((file) => (
                        <li key={file.id}>
                          <Zh>{file.material}</Zh>
                          {t('forms.colon')}
                          <a href={file.path}>
                            <Zh>{file.name}</Zh>
                          </a>
                        </li>
                      ))}
                    </ul>
                  )}
                </Panel>
              )}
              {canWithdraw && (
                <Withdraw
                  number={number}
                  version={version}
                  idempotencyKey={key}
                  errors={result?.go === 'withdraw' ? (result.errors ?? []) : []}
                  typed={result?.go === 'withdraw' ? result.typed.text : ''}
                />
              )}
              {!OPEN.has(state) && serviceItem && (
                <p>
                  <ButtonLink look="secondary" to={to(`/apply/${serviceItem.code}`)}>
                    {t('cases.applyAgain')}
                  </ButtonLink>
                </p>
              )}
            </div>
          </div>
        </div>
      </LivePart>
    </div>
  );
}
