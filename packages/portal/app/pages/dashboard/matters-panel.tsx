import { Panel } from '../../design/panel.tsx';
import stack from '../../design/stack.module.css';
import { useTexts } from '../../language/text.tsx';
import { Zh } from '../../language/lang.tsx';
import { Bars, Legend } from './charts/bars.tsx';
import { DataTable } from './charts/data-table.tsx';
import type { MatterRow } from './data/matters.ts';
import styles from './dashboard.module.css';
import type { Choice } from './period.ts';

/** How long the matters of 3550 took by city, and who had them: people, applicants, programs. */
export function MattersPanel({
  rows,
  choice,
  period,
}: {
  rows: readonly MatterRow[];
  choice: Choice;
  period: string;
}) {
  const { t, to, pick, format } = useTexts();
  const codes = [...new Set(rows.map(({ matter }) => matter.code))];
  const days = (value: number) => t('dashboard.workingDays', { days: format.number(value) });
  return (
    <Panel title={t('dashboard.matters')} aside={period} id="matters">
      {rows.length === 0 && <p className={stack['soft']}>{t('dashboard.noMatters')}</p>}
      {rows.length > 0 && (
        <Legend names={[t('dashboard.official'), t('dashboard.applicant'), t('dashboard.machine')]} />
      )}
      <div className={stack['halves']}>
        {codes.map((code) => {
          const mine = rows.filter(({ matter }) => matter.code === code);
          const { name, nameEn, promisedDays } = mine[0]!.matter;
          const completed = mine.reduce((sum, row) => sum + row.completed, 0);
          const overdue = mine.reduce((sum, row) => sum + row.overdue, 0);
          return (
            <div key={code}>
              <h3 className={styles['subtitle']}>
                <Zh>{pick(name, nameEn)}</Zh>
              </h3>
              <p className={stack['soft']}>
                {t('dashboard.matterCounts', { promisedDays, completed, overdue })}
              </p>
              <Bars
                title={t('dashboard.matterChart', { name: pick(name, nameEn) })}
                tell={(hours) => t('dashboard.hours', { hours: format.number(hours) })}
                bars={mine.map(({ region, times }) => ({
                  label: region.name,
                  parts: times && [times.officialHours, times.applicantHours, times.machineHours],
                  text: times ? days(times.workingDays) : '',
                }))}
              />
            </div>
          );
        })}
      </div>
      <DataTable
        name={t('dashboard.matters')}
        head={[
          t('dashboard.region'),
          t('dashboard.matter'),
          t('dashboard.completed'),
          t('dashboard.undone'),
          t('dashboard.overdue'),
          t('dashboard.days'),
          t('dashboard.official'),
          t('dashboard.applicant'),
          t('dashboard.machine'),
        ]}
        rows={rows.map(({ matter, region, completed, undone, overdue, times }) => [
          region.name,
          pick(matter.name, matter.nameEn),
          completed,
          undone,
          overdue,
          ...(times
            ? [
                format.number(times.workingDays),
                format.hours(times.officialHours),
                format.hours(times.applicantHours),
                format.hours(times.machineHours),
              ]
            : Array<string>(4).fill(t('dashboard.unknown'))),
        ])}
        download={`${to('/dashboard/download/matters.csv')}?${new URLSearchParams({ ...choice })}`}
      />
      <p className={stack['soft']}>{t('dashboard.tooFewNote')}</p>
    </Panel>
  );
}
