import { randomUUID } from 'node:crypto';
import {
  Link,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { Notice } from '../../design/notice.tsx';
import { PageHead } from '../../design/page-head.tsx';
import { Pager } from '../../design/pager.tsx';
import { Panel } from '../../design/panel.tsx';
import stack from '../../design/stack.module.css';
import { ask, requirePerson } from '../../graph/ask.ts';
import { ProblemNotice } from '../../graph/problem-notice.tsx';
import { readCatalogue } from '../../graph/read-catalogue.ts';
import { useTexts } from '../../language/text.tsx';
import { readFields } from '../developers/grant-texts.ts';
import { applyForGrants } from './apply-for-grants.ts';
import { ApplicationForm } from './application-form.tsx';
import { ApplicationList } from './application-list.tsx';
import { OWN_APPLICATIONS } from './grants-query.ts';
import type { ApplicationResult } from './typed-application.ts';
import { withdrawApplication, type WithdrawalResult } from './withdraw-application.ts';

/** A grant is applied for until a year from now, unless somebody chooses another day. */
const DAYS = 365;

export async function loader(args: LoaderFunctionArgs) {
  const person = requirePerson(args);
  const { searchParams: query, href } = new URL(args.request.url);
  const mayApply = person.scopes.includes('sharing:apply');
  const uscc = (query.get('enterprise') ?? '').toUpperCase();
  const [own, catalogue] = await Promise.all([
    mayApply ? ask(args, OWN_APPLICATIONS, { after: query.get('after') }) : null,
    readCatalogue(args),
  ]);
  const fields = readFields(query.get('fields')).map((coordinate) => {
    const { class: sharing, basis = null, department = null } = catalogue.sharing.get(coordinate) ?? {};
    return { coordinate, sharing: sharing ?? null, basis, department };
  });
  return {
    person: { department: person.department, mayApply },
    fields: fields.filter(({ sharing }) => sharing === 'CONDITIONAL'),
    // What cannot be applied for is told, not dropped.
    others: fields.filter(({ sharing }) => sharing !== 'CONDITIONAL'),
    // Where the fields were denied, to lead back to it.
    enterprise: /^[0-9A-Z]{18}$/.test(uscc) ? uscc : null,
    cities: (own?.data?.region?.children?.edges ?? []).map(({ node }) => node),
    applications: own?.data?.sharingApplications ?? null,
    applied: readNumbers(query.get('applied')),
    withdrawn: readNumbers(query.get('withdrawn')),
    key: randomUUID(),
    until: new Date(Date.now() + DAYS * 86_400_000).toISOString().slice(0, 10),
    problems: own?.problems ?? [],
    href,
  };
}

/** Numbers of applications, with commas between them. */
function readNumbers(text: string | null): string[] {
  return (text ?? '').split(',').filter((number) => /^SA\d{10}$/.test(number));
}

export async function action(args: ActionFunctionArgs) {
  requirePerson(args);
  const form = await args.request.formData();
  const [go, number] = String(form.get('go') ?? '').split(':');
  return go === 'withdraw' && number ? withdrawApplication(args, number, form) : applyForGrants(args, form);
}

/** Applying for a grant, and what has become of one's applications. */
export default function GrantsPage() {
  const { person, fields, others, enterprise, cities, applications, applied, withdrawn, until, ...more } =
    useLoaderData<typeof loader>();
  const { key, problems, href } = more;
  const result = useActionData() as ApplicationResult | WithdrawalResult | undefined;
  const withdrawal = result && 'withdraw' in result ? result : undefined;
  const { t, to, format } = useTexts();
  return (
    <div className={stack['page']}>
      <title>{t('grants.pageTitle')}</title>
      <PageHead
        way={enterprise ? [{ to: `/enterprises/${enterprise}`, title: format.uscc(enterprise) }] : []}
        title={t('grants.title')}
        lead={t('grants.lead')}
      />
      <ProblemNotice problems={problems} />
      {applied.length > 0 && (
        <Notice tone="good" title={t('grants.applied', { numbers: applied.join(t('grants.and')) })}>
          <p>{t('grants.appliedText')}</p>
        </Notice>
      )}
      {withdrawn.length > 0 && (
        <Notice tone="good" title={t('grants.withdrawn', { numbers: withdrawn.join(t('grants.and')) })} />
      )}
      {!person.mayApply && (
        <Notice tone="warn" title={t('grants.mayNot')}>
          <p>{t(person.department === null ? 'grants.mayNot.citizen' : 'grants.mayNot.official')}</p>
          <p>
            <Link
              to={to(`/developers/grants?fields=${fields.map(({ coordinate }) => coordinate).join(',')}`)}
            >
              {t('grants.how')}
            </Link>
          </p>
        </Notice>
      )}
      {others.length > 0 && (
        <Notice tone="warn">
          <p>
            {t('grants.others', { fields: others.map(({ coordinate }) => coordinate).join(t('grants.and')) })}
          </p>
        </Notice>
      )}
      {person.mayApply && fields.length > 0 && (
        <Panel title={t('grants.apply')} id="apply">
          <ApplicationForm
            fields={fields}
            regions={cities}
            department={person.department}
            until={until}
            idempotencyKey={key}
            result={result && 'typed' in result ? result : undefined}
          />
        </Panel>
      )}
      {applications && (
        <Panel title={t('grants.own')} aside={t('grants.count', { count: applications.totalCount })}>
          <ApplicationList
            applications={applications.edges.map(({ node }) => node)}
            withdrawal={withdrawal}
          />
          <Pager pageInfo={applications.pageInfo} address={href} />
        </Panel>
      )}
    </div>
  );
}
