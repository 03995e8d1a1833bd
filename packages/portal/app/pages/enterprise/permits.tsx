import stack from '../../design/stack.module.css';
import { Status, type Tone } from '../../design/status.tsx';
import type { EnterpriseQuery } from '../../graphql/generated/graphql.ts';
import { useTexts } from '../../language/text.tsx';
import { Zh } from '../../language/lang.tsx';
import styles from './permits.module.css';

type Permits = NonNullable<NonNullable<EnterpriseQuery['enterprise']>['permits']>;

const TONES: Readonly<Record<string, Tone>> = { VALID: 'good', SUSPENDED: 'warn', EXPIRED: 'neutral' };

export function Permits({ permits }: { permits: Permits }) {
  const { t, format } = useTexts();
  if (permits.totalCount === 0) return <p className={stack['soft']}>{t('enterprise.noPermits')}</p>;
  return (
    <>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('enterprise.permit')}</th>
            <th scope="col">{t('enterprise.permitState')}</th>
            <th scope="col">{t('enterprise.validity')}</th>
          </tr>
        </thead>
        <tbody>
          {permits.edges.map(({ node }) => (
            <tr key={node.number}>
              <td>
                <strong>
                  <Zh>{node.name}</Zh>
                </strong>
                <br />
                <code className={stack['soft']}>{node.number}</code>
                {node.certificate && (
                  <>
                    <br />
                    <a href={node.certificate.path}>{t('enterprise.certificate')}</a>
                  </>
                )}
              </td>
              <td>
                <Status tone={TONES[node.status] ?? 'bad'}>
                  {t(`enterprise.permitStatus.${node.status}`)}
                </Status>
              </td>
              <td>
                <span className={styles['day']}>{format.day(node.validFrom)} –</span>{' '}
                <span className={styles['day']}>
                  {node.validUntil ? format.day(node.validUntil) : t('enterprise.noEnd')}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {permits.totalCount > permits.edges.length && (
        <p className={stack['soft']}>
          {t('enterprise.more', { count: permits.totalCount - permits.edges.length })}
        </p>
      )}
    </>
  );
}
