import { Facts } from '../../design/facts.tsx';
import { Status } from '../../design/status.tsx';
import { useTexts } from '../../language/text.tsx';
import styles from './desk-case.module.css';
import type { DeskCase } from './model.ts';
import { ValueText } from './value-text.tsx';

/** The days that matter, and who has had the case for how long. */
export function CaseClocks({ one }: { one: DeskCase }) {
  const { t, format } = useTexts();
  const day = (value: string | null) => value && format.day(value);
  return (
    <div className={styles['clocks']}>
      <Facts
        facts={[
          [t('desk.actBy'), day(one.actBy)],
          [
            t('desk.dueOn'),
            one.dueOn && (
              <>
                {format.day(one.dueOn)} {one.isOverdue && <Status tone="bad">{t('desk.overdue')}</Status>}
              </>
            ),
          ],
          [t('desk.statutoryDueOn'), day(one.statutoryDueOn)],
          [t('desk.extensionDays'), one.extensionDays && t('desk.days', { days: one.extensionDays })],
          [t('desk.receivedOn'), format.day(one.receivedOn)],
          [t('desk.decidedOn'), day(one.decidedOn)],
          [t('desk.region'), one.region],
          [t('desk.officialHours'), one.times && format.hours(one.times.officialHours)],
          [t('desk.applicantHours'), one.times && format.hours(one.times.applicantHours)],
          [
            t('desk.suspendedHours'),
            one.times?.suspendedHours ? format.hours(one.times.suspendedHours) : null,
          ],
          [t('desk.result'), one.result && <ValueText value={one.result} />],
        ]}
      />
    </div>
  );
}
