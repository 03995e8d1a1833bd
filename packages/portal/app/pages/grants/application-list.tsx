import { ButtonLink } from '../../design/button.tsx';
import stack from '../../design/stack.module.css';
import { Status, type Tone } from '../../design/status.tsx';
import { useFieldNames } from '../../graph/field-names.ts';
import type { OwnApplicationsQuery } from '../../graphql/generated/graphql.ts';
import { useTexts } from '../../language/text.tsx';
import { Zh } from '../../language/lang.tsx';
import styles from './grants.module.css';
import { mayRevise } from './typed-application.ts';
import { WithdrawForm } from './withdraw-form.tsx';
import type { WithdrawalResult } from './withdraw-application.ts';

type Application = NonNullable<OwnApplicationsQuery['sharingApplications']>['edges'][number]['node'];

const TONES: Readonly<Record<string, Tone>> = {
  SUBMITTED: 'brand',
  CHANGES_REQUESTED: 'warn',
  APPROVED: 'good',
  REFUSED: 'bad',
};

/** Neither decided nor withdrawn. */
const OPEN: ReadonlySet<string> = new Set(['DRAFT', 'SUBMITTED', 'CHANGES_REQUESTED']);

/** Applications for grants, with where each stands, what happens next, and what their client can still do. */
export function ApplicationList({
  applications,
  withdrawal,
}: {
  applications: readonly Application[];
  /** Why one was not withdrawn. */
  withdrawal: WithdrawalResult | undefined;
}) {
  const { t, to, format } = useTexts();
  const nameOf = useFieldNames();
  if (applications.length === 0) return <p className={stack['soft']}>{t('grants.none')}</p>;
  return (
    <ul className={stack['list']}>
      {applications.map((one) => (
        <li key={one.number} className={styles['application']}>
          <p className={stack['row']}>
            <strong>{one.number}</strong>
            <Status tone={TONES[one.state] ?? 'neutral'}>{t(`grants.state.${one.state}`)}</Status>
            <span>{t(`department.${one.department.name}`)}</span>
          </p>
          <p>{one.fields.map((field) => nameOf(field) ?? field).join(t('grants.and'))}</p>
          <p>
            <Zh>{nextOf(one)}</Zh>
          </p>
          {one.reason && (
            <p>
              <Zh>{t('grants.reason', { reason: one.reason })}</Zh>
            </p>
          )}
          {one.neededBeside.length > 0 && (
            <p>
              {t('grants.beside', {
                fields: one.neededBeside.flatMap(({ fields }) => fields).join(t('grants.and')),
              })}
            </p>
          )}
          <details>
            <summary>{t('grants.details')}</summary>
            <p>
              <Zh>{t('grants.detail.basis', { basis: one.basis })}</Zh>
            </p>
            <p>
              <Zh>{t('grants.detail.purpose', { purpose: one.purpose })}</Zh>
            </p>
            <p>{t('grants.detail.until', { at: format.moment(one.until) })}</p>
            <p>
              <Zh>
                {t('grants.detail.regions', {
                  regions:
                    one.regions?.map(({ name }) => name).join(t('grants.and')) ?? t('grants.allRegions'),
                })}
              </Zh>
            </p>
            <p>
              <code>{one.fields.join(' ')}</code>
            </p>
          </details>
          {mayRevise(one) && (
            <p>
              <ButtonLink to={to(`/grants/${one.number}`)}>{t('grants.revise')}</ButtonLink>
            </p>
          )}
          {OPEN.has(one.state) && <WithdrawForm number={one.number} result={withdrawal} />}
        </li>
      ))}
    </ul>
  );

  function nextOf({ state, dueAt, overdue, grant }: Application): string {
    if (state === 'APPROVED' && grant) {
      return t(`grants.grant.${grant.state}`, {
        id: grant.id,
        at: format.moment(grant.until),
        reason: grant.reason ?? '',
      });
    }
    if (state === 'SUBMITTED' && dueAt) {
      return t(overdue ? 'grants.next.overdue' : 'grants.next.SUBMITTED', { at: format.moment(dueAt) });
    }
    return t(`grants.next.${state}`);
  }
}
