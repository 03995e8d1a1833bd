import type { LoaderFunctionArgs } from 'react-router';
import { useLoaderData } from 'react-router';
import { requestContext } from '../../context.ts';
import { Facts } from '../../design/facts.tsx';
import { PageHead } from '../../design/page-head.tsx';
import { Panel } from '../../design/panel.tsx';
import stack from '../../design/stack.module.css';
import { Status, type Tone } from '../../design/status.tsx';
import { ask, failPage, graphOf } from '../../graph/ask.ts';
import { LatePart, WholePageLink } from '../../graph/late-part.tsx';
import { ProblemNotice } from '../../graph/problem-notice.tsx';
import { type Part, streamParts } from '../../graph/stream-parts.ts';
import type { EnterpriseConditionalQuery } from '../../graphql/generated/graphql.ts';
import { useTexts } from '../../language/text.tsx';
import { Accesses } from './accesses.tsx';
import { ENTERPRISE, ENTERPRISE_CONDITIONAL } from './enterprise-query.ts';
import { LandSupplies, Parcels } from './land.tsx';
import { OwnCases } from './own-cases.tsx';
import { Permits } from './permits.tsx';
import { Timeline } from './timeline.tsx';

const TONES: Readonly<Record<string, Tone>> = {
  ACTIVE: 'good',
  SUSPENDED: 'warn',
  MOVED_OUT: 'neutral',
  REVOKED: 'bad',
  DEREGISTERED: 'bad',
};

export async function loader(args: LoaderFunctionArgs) {
  const uscc = args.params['uscc']!.replaceAll(' ', '').toUpperCase();
  const { person } = args.context.get(requestContext);
  // Begun at once, and awaited by its own parts of the page.
  const conditional = person === null ? null : ask(args, ENTERPRISE_CONDITIONAL, { uscc });
  const { first, parts } = await streamParts(
    graphOf(args).stream(ENTERPRISE, { uscc }, { signal: args.request.signal }),
    {
      permits: (data) => data.enterprise?.permits,
      tax: (data) => data.enterprise?.taxpayer,
      land: (data) => data.enterprise?.landSupplies,
    },
  );
  if (!first.data?.enterprise) failPage(first);
  type Conditional = NonNullable<EnterpriseConditionalQuery['enterprise']>;
  const own = <Value,>(pick: (enterprise: Conditional) => Value) =>
    conditional?.then(({ data, problems }): Part<Value | undefined> => ({
      value: data?.enterprise ? pick(data.enterprise) : undefined,
      problems,
    }));
  return {
    enterprise: first.data.enterprise,
    problems: first.problems,
    parts,
    conditional: {
      creditGrades: own((one) => one.taxpayer?.creditGrades),
      parcels: own((one) => one.parcels),
      cases: own((one) => one.cases),
      accesses: own((one) => one.accesses),
    },
  };
}

export default function EnterprisePage() {
  const { enterprise, problems, parts, conditional } = useLoaderData<typeof loader>();
  const { t, to, format } = useTexts();
  const { uscc, name, status, region, industry, registeredCapital: capital } = enterprise;
  return (
    <div className={stack['page']}>
      <title>{t('enterprise.pageTitle', { name })}</title>
      <WholePageLink />
      <PageHead
        way={[{ to: '/search', title: t('site.search') }]}
        title={name}
        lead={
          <span className={stack['row']}>
            <code>{format.uscc(uscc)}</code>
            <Status tone={TONES[status] ?? 'neutral'}>{t(`enterprise.status.${status}`)}</Status>
            {enterprise.source === 'GENERATED' && <Status>{t('enterprise.madeUp')}</Status>}
          </span>
        }
      />
      <ProblemNotice problems={problems} />
      <div className={stack['columns']}>
        <div className={stack['stack']}>
          <Panel title={t('enterprise.registration')} aside={t('department.enterprises')}>
            <Facts
              facts={[
                [t('enterprise.type'), enterprise.type?.name],
                [t('enterprise.industry'), industry && `${industry.name}（${industry.code}）`],
                [t('enterprise.region'), region?.fullName],
                [
                  t('enterprise.capital'),
                  capital?.amount ? format.money(capital.amount, capital.currency ?? 'CNY') : capital?.text,
                ],
                [
                  t('enterprise.registeredOn'),
                  enterprise.registeredOn && format.day(enterprise.registeredOn),
                ],
                [
                  t('enterprise.parent'),
                  enterprise.parent && (
                    <a href={to(`/enterprises/${enterprise.parent.uscc}`)}>{enterprise.parent.name}</a>
                  ),
                ],
                [t('enterprise.formerNames'), enterprise.formerNames.map((former) => former.name).join('、')],
              ]}
            />
            {enterprise.businessScope && (
              <details>
                <summary>{t('enterprise.businessScope')}</summary>
                <p>{enterprise.businessScope}</p>
              </details>
            )}
          </Panel>
          <Panel title={t('enterprise.permits')} aside={t('department.permits')}>
            <LatePart part={parts.permits} name={['permits']}>
              {(permits) => <Permits permits={permits} />}
            </LatePart>
          </Panel>
          <Panel title={t('enterprise.land')} aside={t('department.land')}>
            {conditional.parcels && (
              <LatePart part={conditional.parcels} name={['parcels']}>
                {(parcels) => <Parcels parcels={parcels} />}
              </LatePart>
            )}
            <LatePart part={parts.land} name={['landSupplies']}>
              {(supplies) => <LandSupplies supplies={supplies} />}
            </LatePart>
          </Panel>
        </div>
        <div className={stack['stack']}>
          <Panel title={t('enterprise.tax')} aside={t('department.tax')}>
            <LatePart part={parts.tax} name={['taxpayer']}>
              {(taxpayer) => (
                <Facts
                  facts={[
                    [t('enterprise.taxAuthority'), taxpayer.authority],
                    [t('enterprise.aList'), taxpayer.aListYears.join('、') || t('enterprise.none')],
                  ]}
                />
              )}
            </LatePart>
            {conditional.creditGrades && (
              <LatePart part={conditional.creditGrades} name={['creditGrades']}>
                {(grades) => (
                  <Facts
                    facts={grades.map(
                      ({ year, grade }) => [String(year), t('enterprise.grade', { grade })] as const,
                    )}
                  />
                )}
              </LatePart>
            )}
          </Panel>
          <Panel title={t('enterprise.timeline')}>
            <LatePart part={parts.permits} name={[]}>
              {(permits) => <Timeline enterprise={enterprise} permits={permits} />}
            </LatePart>
          </Panel>
          {conditional.cases && (
            <Panel title={t('enterprise.cases')}>
              <LatePart part={conditional.cases} name={['cases']}>
                {(cases) => <OwnCases cases={cases} />}
              </LatePart>
            </Panel>
          )}
          {conditional.accesses && (
            <Panel title={t('enterprise.accesses')}>
              <LatePart part={conditional.accesses} name={['accesses']}>
                {(accesses) => <Accesses accesses={accesses} />}
              </LatePart>
            </Panel>
          )}
        </div>
      </div>
    </div>
  );
}
