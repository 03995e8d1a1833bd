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
import { type Answers, answerAt } from '../forms/answers.ts';
import { checkAnswers } from '../forms/check-answers.ts';
import type { FormResult } from '../forms/form-action.ts';
import { FormScreen } from '../forms/form-screen.tsx';
import layout from '../forms/form-page.module.css';
import { readSchema, stepsOf } from '../forms/form-schema.ts';
import { useFormTexts } from '../forms/form-texts.ts';
import { sendSafely } from '../forms/send-safely.ts';
import { type ListedStep, StepList } from '../forms/step-list.tsx';
import { useStepFocus } from '../forms/use-step-focus.ts';
import { caseFormAction, defectsOf } from './case-form-action.ts';
import { CASE_FORM, CASE_REQUIREMENTS } from './case-form-documents.ts';
import { Materials } from './materials.tsx';
import { PrefillLead } from './prefill-lead.tsx';
import { PrefillNote } from './prefill-note.tsx';
import { Review } from './review.tsx';

export const handle = { isInteractive: true };

export async function loader(args: LoaderFunctionArgs) {
  requirePerson(args);
  const number = args.params['number']!;
  const answer = await ask(args, CASE_FORM, { number });
  const known = answer.data?.case;
  if (!known) failPage(answer);
  const schema = readSchema(known.formSchema);
  const isOpen = known.state === 'DRAFT' || known.state === 'RETURNED';
  if (!schema || (!isOpen && !known.followUp))
    throw redirectDocument(`/${args.params['language']}/cases/${number}`, 303);
  const answers = (known.form ?? {}) as Answers;
  const given = new URL(args.request.url).searchParams.get('step') ?? '1';
  const steps = stepsOf(schema);
  const position = steps[Number(given) - 1] ? Number(given) : null;
  const step = isOpen ? (position ?? (given === 'review' ? 'review' : 'materials')) : 'materials';
  const item = known.serviceItem?.code;
  const needs = position === null && item ? await ask(args, CASE_REQUIREMENTS, { item, answers }) : null;
  return {
    known: { ...known, form: answers },
    schema,
    steps,
    step,
    isOpen,
    needs: needs?.data?.serviceItem ?? null,
    problems: [...answer.problems, ...(needs?.problems ?? [])],
    defects: known.state === 'RETURNED' ? defectsOf(known.timeline, schema) : { fields: [], others: [] },
    key: randomUUID(),
  };
}

export function action(args: ActionFunctionArgs) {
  return caseFormAction(args);
}

export function clientAction(args: ClientActionFunctionArgs) {
  return sendSafely(args);
}

export default function CaseFormPage() {
  const { known, schema, steps, step, isOpen, needs, problems, defects, key } =
    useLoaderData<typeof loader>();
  const result = useActionData() as FormResult | undefined;
  const { t, to, pick } = useTexts();
  const { nameOfStep } = useFormTexts(schema);
  const { number, form, version, applicant } = known;
  const screen = useStepFocus(step);
  const name = known.serviceItem?.name ?? number;
  const open = checkAnswers(schema, form);
  const listed: ListedStep[] = steps.map(({ names }, i) => {
    const own = ({ path }: { path: string }) => names.includes(path.split('.')[0]!);
    const wrong = defects.fields.filter(own).length;
    const missing = open.filter(own).length;
    return {
      step: String(i + 1),
      title: nameOfStep({ names }),
      state: wrong > 0 ? 'wrong' : missing > 0 ? 'open' : 'done',
      count: wrong || missing,
    };
  });
  listed.push({
    step: 'materials',
    title: t('cases.materials'),
    state: defects.others.length > 0 ? 'wrong' : 'none',
    count: defects.others.length,
  });
  listed.push({ step: 'review', title: t('cases.review'), state: 'none' });
  const back = (at: string | null) =>
    at === null ? null : (
      <ButtonLink look="quiet" to={`?step=${at}`}>
        {t('forms.back')}
      </ButtonLink>
    );
  const prefilled = new Map((known.prefill ?? []).map((one) => [one.field, one]));
  return (
    <div className={stack['page']}>
      <title>{t('cases.formTitle', { name })}</title>
      <PageHead
        way={[
          { to: '/my', title: t('my.title') },
          { to: `/cases/${number}`, title: number },
        ]}
        title={pick(schema.title, schema['x-title-en'])}
        lead={[name, applicant?.name].filter(Boolean).join(' · ')}
      />
      <ProblemNotice problems={problems} />
      {defects.fields.length + defects.others.length > 0 && (
        <Notice tone="bad" title={t('cases.returned')}>
          <ul>
            {defects.others.map(({ about, problem }) => (
              <li key={problem}>
                <a href={`?step=materials`}>
                  <Zh>{about ? `${about}${t('forms.colon')}${problem}` : problem}</Zh>
                </a>
              </li>
            ))}
            {defects.fields.map(({ path, message }) => (
              <li key={path}>
                <DefectLink steps={steps} path={path} schema={schema} message={message ?? ''} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <div className={layout['frame']}>
        {isOpen && <StepList steps={listed} current={String(step)} />}
        <div className={layout['screen']} ref={screen}>
          {typeof step === 'number' && (
            <FormScreen
              number={number}
              schema={schema}
              step={steps[step - 1]!}
              position={step}
              version={version}
              answers={form}
              idempotencyKey={key}
              defects={defects.fields}
              result={result}
              saveTo={to(`/cases/${number}/drafts`)}
              lead={
                <PrefillLead
                  prefill={known.prefill ?? []}
                  schema={schema}
                  names={steps[step - 1]!.names}
                  canAsk={known.state === 'DRAFT' && applicant !== null}
                />
              }
              note={(path) => {
                const one = prefilled.get(path);
                return one ? (
                  <PrefillNote
                    prefilled={one}
                    answer={answerAt(form, path)}
                    canAnswer={known.state === 'DRAFT'}
                  />
                ) : null;
              }}
              back={back(step > 1 ? String(step - 1) : null)}
            />
          )}
          {step === 'materials' && (
            <Materials
              known={known}
              needs={needs}
              isOpen={isOpen}
              idempotencyKey={key}
              defects={defects.others}
              result={result}
              back={back(String(steps.length))}
            />
          )}
          {step === 'review' && (
            <Review
              schema={schema}
              steps={steps}
              answers={form}
              materials={known.materials ?? []}
              needs={needs}
              isReturned={known.state === 'RETURNED'}
              idempotencyKey={key}
              version={version}
              result={result}
              back={back('materials')}
            />
          )}
        </div>
      </div>
      <p className={stack['soft']}>
        {t('cases.number', { number })} · <a href={to(`/cases/${number}`)}>{t('cases.toCase')}</a>
      </p>
    </div>
  );
}

function DefectLink({
  steps,
  path,
  schema,
  message,
}: {
  steps: readonly { names: string[] }[];
  path: string;
  schema: NonNullable<ReturnType<typeof readSchema>>;
  message: string;
}) {
  const { t } = useTexts();
  const { titleOf } = useFormTexts(schema);
  const at = steps.findIndex(({ names }) => names.includes(path.split('.')[0]!));
  return (
    <a href={`?step=${at + 1}#f-${path}`}>
      <strong>
        <Zh>{titleOf(path)}</Zh>
      </strong>
      {t('forms.colon')}
      <Zh>{message}</Zh>
    </a>
  );
}
