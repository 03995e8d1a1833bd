import type { LoaderFunctionArgs } from 'react-router';
import { useLoaderData } from 'react-router';
import { Facts } from '../../design/facts.tsx';
import { Notice } from '../../design/notice.tsx';
import { PageHead } from '../../design/page-head.tsx';
import { Panel } from '../../design/panel.tsx';
import stack from '../../design/stack.module.css';
import { Status, type Tone } from '../../design/status.tsx';
import { LatePart, WholePageLink } from '../../graph/late-part.tsx';
import { ProblemNotice } from '../../graph/problem-notice.tsx';
import { useTexts } from '../../language/text.tsx';
import { Zh } from '../../language/lang.tsx';
import { Accesses } from './accesses.tsx';
import { LandSupplies, Parcels } from './land.tsx';
import { loadEnterprise } from './load-enterprise.ts';
import { NeedsGrant } from './needs-grant.tsx';
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

export function loader(args: LoaderFunctionArgs) {
  return loadEnterprise(args);
}

export default function EnterprisePage() {
  const { enterprise, problems, parts, purpose, needs, conditional } = useLoaderData<typeof loader>();
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
      {purpose && (
        <Notice>
          <p>
            <Zh>{t('enterprise.readFor', { basis: purpose.basis, number: purpose.caseNumber })}</Zh>
          </p>
        </Notice>
      )}
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
                    <a href={to(`/enterprises/${enterprise.parent.uscc}`)}>
                      <Zh>{enterprise.parent.name}</Zh>
                    </a>
                  ),
                ],
                [t('enterprise.formerNames'), enterprise.formerNames.map((former) => former.name).join('、')],
              ]}
            />
            {enterprise.businessScope && (
              <details>
                <summary>{t('enterprise.businessScope')}</summary>
                <p>
                  <Zh>{enterprise.businessScope}</Zh>
                </p>
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
          {conditional.cases && (
            <LatePart part={conditional.cases} name={['cases']}>
              {(cases) => (
                <Panel title={t('enterprise.cases')}>
                  <OwnCases cases={cases} />
                </Panel>
              )}
            </LatePart>
          )}
        </div>
        <div className={stack['stack']}>
          <Panel title={t('enterprise.tax')} aside={t('department.tax')}>
            <div className={stack['stack']}>
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
                      facts={grades.map(({ year, grade }) => [
                        t('enterprise.gradeOf', { year }),
                        t('enterprise.grade', { grade }),
                      ])}
                    />
                  )}
                </LatePart>
              )}
            </div>
          </Panel>
          <Panel title={t('enterprise.timeline')}>
            <LatePart part={parts.permits} name={[]}>
              {(permits) => <Timeline enterprise={enterprise} permits={permits} />}
            </LatePart>
          </Panel>
          {conditional.accesses && (
            <LatePart part={conditional.accesses} name={['accesses']}>
              {(accesses) => (
                <Panel title={t('enterprise.accesses')}>
                  <Accesses accesses={accesses} />
                </Panel>
              )}
            </LatePart>
          )}
        </div>
      </div>
      {needs ? (
        <LatePart part={needs} name={[]}>
          {(known) => <NeedsGrant needs={known} uscc={uscc} />}
        </LatePart>
      ) : (
        <p className={stack['soft']}>{t('enterprise.needs.signIn')}</p>
      )}
    </div>
  );
}
