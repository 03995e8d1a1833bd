import { Facts } from '../../design/facts.tsx';
import { Panel } from '../../design/panel.tsx';
import stack from '../../design/stack.module.css';
import type { DashboardSharingQuery } from '../../graphql/generated/graphql.ts';
import { useTexts } from '../../language/text.tsx';
import { Bars } from './charts/bars.tsx';
import { DataTable } from './charts/data-table.tsx';
import { Lines } from './charts/lines.tsx';
import styles from './dashboard.module.css';
import type { Choice } from './period.ts';

type Sharing = NonNullable<DashboardSharingQuery['sharingStatistics']>;

/** How much is shared, and how soon departments answer. */
export function SharingPanels({ sharing, choice }: { sharing: Sharing; choice: Choice }) {
  const { t, to, format } = useTexts();
  const { shares, applications, grantsInForce } = sharing.total;
  const percent = (value: number | null | undefined) =>
    value === null || value === undefined ? t('dashboard.unknown') : format.percent(value);
  const median = (value: number | null | undefined) =>
    value === null || value === undefined
      ? t('dashboard.noAnswers')
      : t('dashboard.workingDays', { days: format.number(value) });
  const download = (table: string) =>
    `${to(`/dashboard/download/${table}.csv`)}?${new URLSearchParams({ ...choice })}`;
  const months = sharing.overTime.map(({ at }) => new Date(Date.parse(at) - 1).toISOString().slice(0, 7));
  const names = [t('dashboard.unconditionalShare'), t('dashboard.sharedShare')];
  return (
    <div className={stack['halves']}>
      <Panel
        title={t('dashboard.sharing')}
        aside={t('dashboard.fields', { count: shares.fields })}
        id="sharing"
      >
        <Facts
          facts={[
            [names[0]!, <strong key="u">{percent(shares.unconditionalShare)}</strong>],
            [names[1]!, <strong key="s">{percent(shares.sharedShare)}</strong>],
            [t('dashboard.grants'), format.number(grantsInForce)],
          ]}
        />
        <h3 className={styles['subtitle']}>{t('dashboard.overTime')}</h3>
        <Lines
          title={t('dashboard.overTime')}
          names={names}
          points={sharing.overTime.map(({ shares: then }, i) => ({
            label: months[i]!,
            values: [then.unconditionalShare ?? null, then.sharedShare ?? null],
          }))}
        />
        <DataTable
          name={t('dashboard.overTime')}
          head={[t('dashboard.month'), ...names]}
          rows={sharing.overTime.map(({ shares: then }, i) => [
            months[i]!,
            percent(then.unconditionalShare),
            percent(then.sharedShare),
          ])}
          download={download('sharing')}
        />
      </Panel>
      <Panel title={t('dashboard.answers')} id="answers">
        <Facts
          facts={[
            [t('dashboard.median'), median(applications.medianWorkingDays)],
            [t('dashboard.inTime'), percent(applications.inTimeShare)],
            [
              t('dashboard.open'),
              t('dashboard.openCounts', { open: applications.open, overdue: applications.overdue }),
            ],
          ]}
        />
        <h3 className={styles['subtitle']}>{t('dashboard.byDepartment')}</h3>
        <Bars
          title={t('dashboard.byDepartment')}
          end={1}
          tell={format.percent}
          bars={sharing.departments.map(({ department, figures }) => ({
            label: t(`department.${department.name}`),
            parts:
              figures.shares.sharedShare === null || figures.shares.sharedShare === undefined
                ? null
                : [figures.shares.sharedShare],
            text: percent(figures.shares.sharedShare),
          }))}
        />
        <DataTable
          name={t('dashboard.byDepartment')}
          head={[
            t('dashboard.department'),
            t('dashboard.fieldCount'),
            ...names,
            t('dashboard.answered'),
            t('dashboard.inTime'),
            t('dashboard.median'),
          ]}
          rows={sharing.departments.map(({ department, figures }) => [
            t(`department.${department.name}`),
            format.number(figures.shares.fields),
            percent(figures.shares.unconditionalShare),
            percent(figures.shares.sharedShare),
            format.number(figures.applications.answered),
            percent(figures.applications.inTimeShare),
            median(figures.applications.medianWorkingDays),
          ])}
          download={download('departments')}
        />
      </Panel>
    </div>
  );
}
