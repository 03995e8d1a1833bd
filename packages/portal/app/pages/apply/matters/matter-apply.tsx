import { randomUUID } from 'node:crypto';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { Button } from '../../../design/button.tsx';
import { CsrfField } from '../../../design/csrf-field.tsx';
import { Select } from '../../../design/field.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { Panel } from '../../../design/panel.tsx';
import stack from '../../../design/stack.module.css';
import { ask, failPage, graphOf, requirePerson } from '../../../graph/ask.ts';
import { ProblemNotice } from '../../../graph/problem-notice.tsx';
import { useTexts } from '../../../language/text.tsx';
import { useZhLang } from '../../../language/lang.tsx';
import { ApplicantChoice, applicantsOf } from '../applicant-choice.tsx';
import { errorsOf } from '../forms/form-action.ts';
import { Refused } from '../forms/form-screen.tsx';
import { commandKey } from '../forms/save-step.ts';
import { PREFILL_MATTER } from './application-form-documents.ts';
import { APPLY_MATTER, START_MATTER } from './matter-documents.ts';
import { StepPicture } from './step-picture.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const person = requirePerson(args);
  const code = args.params['code']!;
  const answer = await ask(args, APPLY_MATTER, { code });
  const matter = answer.data?.matter;
  if (!matter) failPage(answer);
  return {
    matter,
    person: person.name,
    regions: (answer.data?.region?.children?.edges ?? []).map(({ node }) => node),
    applicants: applicantsOf(answer.data?.myMandates, code),
    problems: answer.problems,
    key: randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  requirePerson(args);
  const form = await args.request.formData();
  const applicant = String(form.get('applicant') ?? '');
  const region = String(form.get('region') ?? '');
  const typed = { region };
  if (applicant === '' || region === '') {
    return { typed, errors: [], missing: applicant === '' ? ('applicant' as const) : ('region' as const) };
  }
  const input = { matter: args.params['code']!, applicant: applicant === 'self' ? null : applicant, region };
  const answer = await graphOf(args).mutate(START_MATTER, {
    input,
    key: commandKey(String(form.get('key')), input),
  });
  const started = answer.data?.startMatterCase;
  if (started?.matterCase) {
    const { number, version } = started.matterCase;
    // What departments hold is there when the form opens. Without it, the form is filled in by hand.
    await graphOf(args).mutate(PREFILL_MATTER, {
      number,
      version,
      key: commandKey(String(form.get('key')), input, 'prefill'),
    });
    return redirect(`/${args.params['language']}/applications/${number}/form`, 303);
  }
  return { typed, errors: errorsOf(answer, started?.userErrors), missing: null };
}

export default function MatterApplyPage() {
  const { matter, person, regions, applicants, problems, key } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t, pick } = useTexts();
  const langOf = useZhLang();
  const name = pick(matter.name, matter.nameEn);
  return (
    <div className={stack['page']}>
      <title>{t('apply.pageTitle', { name })}</title>
      <PageHead
        way={[
          { to: '/matters', title: t('site.matters') },
          { to: `/matters/${matter.code}`, title: name },
        ]}
        title={t('apply.title', { name })}
        lead={t('matters.once', { count: new Set(matter.steps.map(({ department }) => department)).size })}
      />
      <ProblemNotice problems={problems} />
      <div className={stack['columns']}>
        <Panel title={t('apply.who')}>
          <Form method="post" reloadDocument className={stack['form']}>
            <CsrfField />
            <input type="hidden" name="key" value={key} />
            {result && <Refused errors={result.errors} />}
            <ApplicantChoice
              person={person}
              applicants={applicants}
              problem={result?.missing === 'applicant' ? t('apply.choose') : null}
            />
            <Select
              name="region"
              required
              label={t('matters.region')}
              hint={t('matters.regionHint')}
              defaultValue={result?.typed.region ?? ''}
              error={result?.missing === 'region' ? t('matters.chooseRegion') : null}
            >
              <option value="">{t('forms.choose')}</option>
              {regions.map((region) => (
                <option key={region.code} value={region.code} lang={langOf(region.name)}>
                  {region.name}
                </option>
              ))}
            </Select>
            <p>
              <Button>{t('apply.start')}</Button>
            </p>
          </Form>
        </Panel>
        <Panel title={t('matters.steps')} aside={t('matters.promisedDays', { count: matter.promisedDays })}>
          <StepPicture
            steps={matter.steps.map((step) => ({ ...step, state: null, problems: [] }))}
            needs={matter.steps}
          />
        </Panel>
      </div>
    </div>
  );
}
