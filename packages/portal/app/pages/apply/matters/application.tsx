import { randomUUID } from 'node:crypto';
import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { ButtonLink } from '../../../design/button.tsx';
import { Facts } from '../../../design/facts.tsx';
import { Notice } from '../../../design/notice.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { Panel } from '../../../design/panel.tsx';
import stack from '../../../design/stack.module.css';
import { ask, failPage, graphOf, requirePerson } from '../../../graph/ask.ts';
import { ProblemNotice } from '../../../graph/problem-notice.tsx';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import { countDown } from '../cases/case-state.ts';
import next from '../cases/next-step.module.css';
import { Withdraw } from '../cases/withdraw.tsx';
import { AnswerList } from '../forms/answer-list.tsx';
import type { Answers } from '../forms/answers.ts';
import { readSchema } from '../forms/form-schema.ts';
import { errorsOf } from '../forms/form-action.ts';
import { useFormTexts } from '../forms/form-texts.ts';
import { LivePart } from '../forms/live-part.tsx';
import { commandKey } from '../forms/save-step.ts';
import { outcomesOf } from './application-results.ts';
import { ApplicationTimeline } from './application-timeline.tsx';
import { APPLICATION, APPLICATION_CHANGED, WITHDRAW_MATTER } from './matter-documents.ts';
import { Outcome } from './outcome.tsx';
import { StepPicture } from './step-picture.tsx';
import { TimesBar } from './times-bar.tsx';

export async function loader(args: LoaderFunctionArgs) {
  requirePerson(args);
  const number = args.params['number']!;
  const answer = await ask(args, APPLICATION, { number });
  const application = answer.data?.matterCase;
  if (!application) failPage(answer);
  const isOpen = application.state === 'IN_PROGRESS';
  return {
    application: { ...application, form: application.form as Answers },
    schema: readSchema(application.formSchema),
    outcomes: await outcomesOf(args, application.steps),
    countdown: isOpen && application.dueOn ? countDown(application.dueOn) : null,
    isNew: new URL(args.request.url).searchParams.has('submitted'),
    problems: answer.problems,
    key: randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  requirePerson(args);
  const number = args.params['number']!;
  const form = await args.request.formData();
  const reason = String(form.get('text') ?? '').trim() || null;
  const version = Number(form.get('version'));
  const answer = await graphOf(args).mutate(WITHDRAW_MATTER, {
    number,
    reason,
    version,
    key: commandKey(String(form.get('key')), version, reason),
  });
  const withdrawn = answer.data?.withdrawMatterCase;
  if (withdrawn?.matterCase) {
    return redirect(`/${args.params['language']}/applications/${number}`, 303);
  }
  return { errors: errorsOf(answer, withdrawn?.userErrors), text: reason ?? '' };
}

export default function ApplicationPage() {
  const { application, schema, outcomes, countdown, isNew, problems, key } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t, to, format, pick } = useTexts();
  const { titleOf, titleOfAbout } = useFormTexts(schema);
  const { number, matter, state, steps, times, version, applicant } = application;
  const name = matter ? pick(matter.name, matter.nameEn) : number;
  const returned = steps.filter((step) => step.state === 'RETURNED');
  const isYours = state === 'DRAFT' || returned.length > 0;
  const act = state === 'DRAFT' ? 'DRAFT' : returned.length > 0 ? 'RETURNED' : state;
  return (
    <div className={stack['page']}>
      <title>{t('cases.pageTitle', { name })}</title>
      <PageHead
        way={[{ to: '/my', title: t('my.title') }]}
        title={name}
        lead={t('matters.number', { number })}
      />
      <ProblemNotice problems={problems} />
      {isNew && state === 'IN_PROGRESS' && (
        <Notice tone="good" title={t('matters.submitted')}>
          <p>{t('cases.submittedText', { number })}</p>
        </Notice>
      )}
      <LivePart document={APPLICATION_CHANGED} variables={{ number }} version={version}>
        <div className={stack['stack']}>
          <section className={next['box']} data-yours={isYours || undefined} aria-label={t('cases.now')}>
            <div>
              <p className={next['word']}>{t(`matters.state.${act}`)}</p>
              <p className={next['act']}>
                <Zh>
                  {t(`matters.next.${act}`, {
                    steps: returned.map(({ title, titleEn }) => pick(title, titleEn)).join(t('forms.and')),
                    reason: application.reason ?? '',
                  })}
                </Zh>
              </p>
              {isYours && (
                <p className={next['buttons']}>
                  <ButtonLink to={to(`/applications/${number}/form`)}>
                    {t(`cases.continue.${act === 'DRAFT' ? 'DRAFT' : 'RETURNED'}`)}
                  </ButtonLink>
                </p>
              )}
            </div>
            {countdown && application.dueOn && (
              <div className={next['clock']}>
                {countdown.left === null ? (
                  <>
                    <strong>{t('cases.late')}</strong>
                    <span>{t('cases.lateDays', { count: countdown.late })}</span>
                  </>
                ) : (
                  <>
                    <strong className={next['days']}>{countdown.left}</strong>
                    <span>{t('cases.workingDays', { count: countdown.left })}</span>
                  </>
                )}
                <small>{t('cases.until', { day: format.day(application.dueOn) })}</small>
              </div>
            )}
          </section>
          <Panel title={t('matters.steps')}>
            <StepPicture
              steps={steps.map((step) => ({
                ...step,
                problems: step.problems.map(({ message, about, answer }) => ({
                  message,
                  about: answer ? titleOf(answer) : about ? titleOfAbout(about) : null,
                })),
              }))}
              needs={matter?.steps ?? steps.map((step) => ({ name: step.name, needs: [] }))}
              detail={(step) => {
                const one = steps.find((other) => other.name === step)!;
                return <Outcome outcome={outcomes[step]} number={one.departmentCase ?? null} />;
              }}
            />
          </Panel>
          <div className={stack['columns']}>
            <Panel title={t('cases.timeline')}>
              <ApplicationTimeline timeline={application.timeline} steps={steps} schema={schema} />
            </Panel>
            <div className={stack['stack']}>
              {times && (
                <Panel title={t('matters.timesTaken')}>
                  <TimesBar times={times} />
                </Panel>
              )}
              <Panel title={t('cases.about')}>
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
                    [t('cases.region'), application.region?.fullName],
                    [
                      t('matters.submittedAt'),
                      application.submittedAt && format.moment(application.submittedAt),
                    ],
                    [t('cases.dueOn'), application.dueOn && format.day(application.dueOn)],
                    [t('matters.endedAt'), application.endedAt && format.moment(application.endedAt)],
                  ]}
                />
              </Panel>
              {schema && (
                <Panel title={t(state === 'DRAFT' ? 'cases.entered' : 'cases.handedInAll')}>
                  <details>
                    <summary>{t('cases.showAnswers')}</summary>
                    <AnswerList
                      schema={schema}
                      names={Object.keys(schema.properties)}
                      answers={application.form}
                    />
                  </details>
                </Panel>
              )}
              {(state === 'DRAFT' || state === 'IN_PROGRESS') && (
                <Withdraw
                  number={number}
                  version={version}
                  idempotencyKey={key}
                  errors={result?.errors ?? []}
                  typed={result?.text ?? ''}
                  text={t('matters.withdrawText')}
                />
              )}
            </div>
          </div>
        </div>
      </LivePart>
    </div>
  );
}
