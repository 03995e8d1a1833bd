import { randomUUID } from 'node:crypto';
import {
  type ActionFunctionArgs,
  type ClientActionFunctionArgs,
  type LoaderFunctionArgs,
  redirectDocument,
  useActionData,
  useLoaderData,
} from 'react-router';
import { ButtonLink } from '../../../design/button.tsx';
import { Notice } from '../../../design/notice.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import stack from '../../../design/stack.module.css';
import { ask, failPage, requirePerson } from '../../../graph/ask.ts';
import { ProblemNotice } from '../../../graph/problem-notice.tsx';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import { PrefillLead } from '../cases/prefill-lead.tsx';
import { PrefillNote } from '../cases/prefill-note.tsx';
import { Review } from '../cases/review.tsx';
import { type Answers, answerAt } from '../forms/answers.ts';
import { checkAnswers } from '../forms/check-answers.ts';
import { controlId } from '../forms/scalar-control.tsx';
import type { FormProblem, FormResult } from '../forms/form-action.ts';
import layout from '../forms/form-page.module.css';
import { pathOfAbout, readSchema, stepsOf } from '../forms/form-schema.ts';
import { FormScreen } from '../forms/form-screen.tsx';
import { useFormTexts } from '../forms/form-texts.ts';
import { sendSafely } from '../forms/send-safely.ts';
import { type ListedStep, StepList } from '../forms/step-list.tsx';
import { useStepFocus } from '../forms/use-step-focus.ts';
import { applicationFormAction } from './application-form-action.ts';
import { APPLICATION_FORM } from './application-form-documents.ts';

export const handle = { isInteractive: true };

export async function loader(args: LoaderFunctionArgs) {
  requirePerson(args);
  const number = args.params['number']!;
  const answer = await ask(args, APPLICATION_FORM, { number });
  const application = answer.data?.matterCase;
  if (!application) failPage(answer);
  const schema = readSchema(application.formSchema);
  const returned = application.steps.filter(({ state }) => state === 'RETURNED');
  const isDraft = application.state === 'DRAFT';
  if (!schema || (!isDraft && returned.length === 0)) {
    throw redirectDocument(`/${args.params['language']}/applications/${number}`, 303);
  }
  const steps = stepsOf(schema);
  const given = new URL(args.request.url).searchParams.get('step') ?? '1';
  const step: number | 'review' = steps[Number(given) - 1] ? Number(given) : 'review';
  return {
    application: { ...application, form: application.form as Answers },
    schema,
    steps,
    step,
    isDraft,
    returned,
    problems: answer.problems,
    key: randomUUID(),
  };
}

export function action(args: ActionFunctionArgs) {
  return applicationFormAction(args);
}

export function clientAction(args: ClientActionFunctionArgs) {
  return sendSafely(args);
}

export default function ApplicationFormPage() {
  const { application, schema, steps, step, isDraft, returned, problems, key } =
    useLoaderData<typeof loader>();
  const result = useActionData() as FormResult | undefined;
  const { t, to, pick } = useTexts();
  const screen = useStepFocus(step);
  const { nameOfStep, titleOf } = useFormTexts(schema);
  const { number, form, version, matter, applicant, region } = application;
  const name = matter ? pick(matter.name, matter.nameEn) : number;
  const open = checkAnswers(schema, form);
  const listed: ListedStep[] = steps.map(({ names }, i) => {
    const count = open.filter(({ path }) => names.includes(path.split('.')[0]!)).length;
    return { step: String(i + 1), title: nameOfStep({ names }), state: count > 0 ? 'open' : 'done', count };
  });
  listed.push({ step: 'review', title: t('cases.review'), state: 'none' });
  const defects = returned.flatMap(({ title, titleEn, problems: told }) =>
    told.map(({ about, answer, message }) => ({
      step: pick(title, titleEn),
      about,
      message,
      path: answer ?? pathOfAbout(schema, about ?? ''),
    })),
  );
  const fields: FormProblem[] = defects.flatMap(({ path, message }) =>
    path === null ? [] : [{ path, wrong: 'DEFECT', message }],
  );
  const back = (at: number) => (
    <ButtonLink look="quiet" to={`?step=${at}`}>
      {t('forms.back')}
    </ButtonLink>
  );
  const prefilled = new Map(application.prefill.map((one) => [one.field, one]));
  const note = (path: string) => {
    const one = prefilled.get(path);
    return one ? <PrefillNote prefilled={one} answer={answerAt(form, path)} canAnswer={isDraft} /> : null;
  };
  const common = { number, schema, version, answers: form, idempotencyKey: key, result };
  return (
    <div className={stack['page']}>
      <title>{t('cases.formTitle', { name })}</title>
      <PageHead
        way={[
          { to: '/my', title: t('my.title') },
          { to: `/applications/${number}`, title: number },
        ]}
        title={pick(schema.title, schema['x-title-en'])}
        lead={[applicant?.name, region?.fullName].filter(Boolean).join(' · ')}
      />
      <ProblemNotice problems={problems} />
      {isDraft ? (
        <div className={layout['frame']}>
          <StepList steps={listed} current={String(step)} />
          <div className={layout['screen']} ref={screen}>
            {typeof step === 'number' ? (
              <FormScreen
                {...common}
                step={steps[step - 1]!}
                position={step}
                saveTo={to(`/applications/${number}/drafts`)}
                lead={
                  <PrefillLead
                    prefill={application.prefill}
                    schema={schema}
                    names={steps[step - 1]!.names}
                    canAsk
                  />
                }
                note={note}
                back={step > 1 ? back(step - 1) : null}
              />
            ) : (
              <Review
                {...common}
                steps={steps}
                materials={null}
                needs={null}
                isReturned={false}
                back={back(steps.length)}
              />
            )}
          </div>
        </div>
      ) : (
        <>
          <Notice tone="bad" title={t('cases.returned')}>
            <ul>
              {defects.map(({ step: about, about: field, message, path }) => (
                <li key={`${about}${message}`}>
                  <Zh>{about}</Zh>
                  {t('forms.colon')}
                  {path === null ? (
                    <Zh>{[field, message].filter(Boolean).join(t('forms.colon'))}</Zh>
                  ) : (
                    <a href={`#${controlId(path)}`}>
                      <Zh>{`${titleOf(path)}${t('forms.colon')}${message}`}</Zh>
                    </a>
                  )}
                </li>
              ))}
            </ul>
            <p>{t('matters.correctAll')}</p>
          </Notice>
          <div className={layout['screen']}>
            <FormScreen
              {...common}
              step={{ names: Object.keys(schema.properties) }}
              position={1}
              defects={fields}
              note={note}
              saveTo={null}
              title={t('matters.correct')}
              nextText={t('matters.complete')}
              back={null}
            />
          </div>
        </>
      )}
    </div>
  );
}
