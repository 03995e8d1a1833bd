import type { LoaderFunctionArgs } from 'react-router';
import { useLoaderData } from 'react-router';
import { ButtonLink } from '../../../design/button.tsx';
import { Facts } from '../../../design/facts.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { Panel } from '../../../design/panel.tsx';
import stack from '../../../design/stack.module.css';
import { ask, failPage } from '../../../graph/ask.ts';
import { ProblemNotice } from '../../../graph/problem-notice.tsx';
import { graphql } from '../../../graphql/generated/gql.ts';
import { useTexts } from '../../../language/text.tsx';
import { FormOutline } from './form-outline.tsx';
import { RealTimes } from './real-times.tsx';
import { StepPicture } from './step-picture.tsx';
import { addUp, lastYear } from './times.ts';

const MATTER = graphql(`
  query Matter($code: ID!, $from: Date!, $until: Date!) {
    matter(code: $code) {
      code
      name
      nameEn
      version
      basis
      promisedDays
      formSchema
      steps {
        name
        title
        titleEn
        department
        kind
        needs
        when
        isOptional
      }
    }
    matterTimeStatistics(matter: $code, from: $from, until: $until) {
      completed
      undone
      overdue
      workingDays
      officialHours
      applicantHours
      machineHours
    }
  }
`);

export async function loader(args: LoaderFunctionArgs) {
  const answer = await ask(args, MATTER, { code: args.params['code']!, ...lastYear(new Date()) });
  if (!answer.data?.matter) failPage(answer);
  const { matter, matterTimeStatistics: months } = answer.data;
  return { matter, times: months ? addUp(months) : null, problems: answer.problems };
}

export default function MatterPage() {
  const { matter, times, problems } = useLoaderData<typeof loader>();
  const { t, to, pick } = useTexts();
  const { steps, promisedDays } = matter;
  const name = pick(matter.name, matter.nameEn);
  const departments = new Set(steps.map(({ department }) => department)).size;
  return (
    <div className={stack['page']}>
      <title>{t('matters.pageTitle', { name })}</title>
      <PageHead
        way={[{ to: '/matters', title: t('matters.title') }]}
        title={name}
        lead={t('matters.summary', { departments, steps: steps.length, days: promisedDays })}
        actions={<ButtonLink to={to(`/matters/${matter.code}/apply`)}>{t('matters.apply')}</ButtonLink>}
      />
      <ProblemNotice problems={problems} />
      <Panel title={t('matters.who')}>
        <StepPicture steps={steps} />
      </Panel>
      {times && (
        <Panel title={t('matters.times')} aside={t('matters.lastYear')}>
          <RealTimes times={times} />
        </Panel>
      )}
      <Panel title={t('matters.form')} aside={t('matters.oneForm')}>
        <FormOutline schema={matter.formSchema} />
      </Panel>
      <Panel title={t('matters.record')}>
        <Facts
          facts={[
            [t('matters.promised'), t('catalogue.days', { days: promisedDays })],
            [t('matters.basis'), matter.basis],
            [t('matters.code'), <code key="code">{matter.code}</code>],
            [t('matters.version'), String(matter.version)],
          ]}
        />
      </Panel>
    </div>
  );
}
