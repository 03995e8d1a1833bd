import { randomUUID } from 'node:crypto';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { Button } from '../../design/button.tsx';
import { CsrfField } from '../../design/csrf-field.tsx';
import { Notice } from '../../design/notice.tsx';
import { PageHead } from '../../design/page-head.tsx';
import { Panel } from '../../design/panel.tsx';
import stack from '../../design/stack.module.css';
import { ask, failPage, graphOf, requirePerson } from '../../graph/ask.ts';
import { ProblemNotice } from '../../graph/problem-notice.tsx';
import { useTexts } from '../../language/text.tsx';
import { APPLY_ITEM, START_CASE } from './cases/case-documents.ts';
import { PREFILL_CASE } from './cases/case-form-documents.ts';
import { ApplicantChoice, applicantsOf } from './applicant-choice.tsx';
import { errorsOf } from './forms/form-action.ts';
import { Refused } from './forms/form-screen.tsx';
import { commandKey } from './forms/save-step.ts';

export async function loader(args: LoaderFunctionArgs) {
  const person = requirePerson(args);
  const answer = await ask(args, APPLY_ITEM, { item: args.params['item']! });
  const item = answer.data?.serviceItem;
  if (!item) failPage(answer);
  const { basicCode } = item;
  return {
    item: { ...item, form: item.form !== null },
    person: person.name,
    applicants: applicantsOf(answer.data?.myMandates, basicCode ?? null),
    problems: answer.problems,
    key: randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  requirePerson(args);
  const form = await args.request.formData();
  const applicant = String(form.get('applicant') ?? '');
  if (applicant === '') return { errors: null };
  const key = commandKey(String(form.get('key')), applicant);
  const uscc = applicant === 'self' ? null : applicant;
  const answer = await graphOf(args).mutate(START_CASE, {
    input: { item: args.params['item']!, applicant: uscc },
    key,
  });
  const started = answer.data?.startCase;
  if (!started?.case) return { errors: errorsOf(answer, started?.userErrors) };
  const { number, version } = started.case;
  // What departments hold is there when the form opens. Without it, the form is filled in by hand.
  if (uscc !== null) {
    await graphOf(args).mutate(PREFILL_CASE, { number, version, key: commandKey(key, 'prefill') });
  }
  return redirect(`/${args.params['language']}/cases/${number}/form`, 303);
}

export default function ApplyPage() {
  const { item, person, applicants, problems, key } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTexts();
  return (
    <div className={stack['page']}>
      <title>{t('apply.pageTitle', { name: item.name })}</title>
      <PageHead
        way={[
          { to: '/items', title: t('site.items') },
          { to: `/items/${item.code}`, title: item.name },
        ]}
        title={t('apply.title', { name: item.name })}
        lead={[item.region?.fullName, item.department.name].filter(Boolean).join(' · ')}
      />
      <ProblemNotice problems={problems} />
      {!item.form ? (
        <Notice tone="warn" title={t('apply.noForm')}>
          <p>{t('apply.noFormRemedy')}</p>
        </Notice>
      ) : (
        <Panel title={t('apply.who')}>
          <Form method="post" reloadDocument className={stack['form']}>
            <CsrfField />
            <input type="hidden" name="key" value={key} />
            {result?.errors && <Refused errors={result.errors} />}
            <ApplicantChoice
              person={person}
              applicants={applicants}
              problem={result?.errors === null ? t('apply.choose') : null}
            />
            <p className={stack['soft']}>{t('apply.whatNext')}</p>
            <p>
              <Button>{t('apply.start')}</Button>
            </p>
          </Form>
        </Panel>
      )}
    </div>
  );
}
