import { Facts } from '../../../design/facts.tsx';
import stack from '../../../design/stack.module.css';
import { useTexts } from '../../../language/text.tsx';
import styles from './matters.module.css';
import type { Times } from './times.ts';

const SIDES = ['official', 'applicant', 'machine'] as const;

/** How long it really took, and who had it for how long. */
export function RealTimes({ times }: { times: Times }) {
  const { t, format } = useTexts();
  const { completed, undone, overdue, workingDays, hours } = times;
  if (completed + undone === 0) return <p className={stack['soft']}>{t('matters.noTimes')}</p>;
  const all = hours ? SIDES.reduce((total, side) => total + hours[side], 0) : 0;
  let start = 0;
  return (
    <div className={stack['stack']}>
      <Facts
        facts={[
          [t('matters.completed'), format.number(completed)],
          [t('matters.undone'), format.number(undone)],
          [t('matters.overdue'), format.number(overdue)],
          [
            t('matters.workingDays'),
            workingDays === null
              ? t('matters.notTimed')
              : t('matters.days', { days: format.number(workingDays) }),
          ],
        ]}
      />
      {hours && all > 0 && (
        <figure className={styles['shares']}>
          <svg viewBox="0 0 100 4" preserveAspectRatio="none" className={styles['bar']} aria-hidden="true">
            {SIDES.map((side) => {
              const width = (hours[side] / all) * 100;
              const x = start;
              start += width;
              return <rect key={side} x={x} y="0" width={width} height="4" data-side={side} />;
            })}
          </svg>
          <figcaption>
            <ul className={styles['legend']}>
              {SIDES.map((side) => (
                <li key={side} data-side={side}>
                  {t(`matters.side.${side}`)} <strong>{format.hours(hours[side])}</strong>{' '}
                  <span className={stack['soft']}>{format.percent(hours[side] / all)}</span>
                </li>
              ))}
            </ul>
          </figcaption>
        </figure>
      )}
    </div>
  );
}
