import { Link } from 'react-router';
import { Status, type Tone } from '../../../design/status.tsx';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import styles from './work-list.module.css';
import type { WorkRow } from './work-rows.ts';

const TONES: Readonly<Record<WorkRow['group'], Tone>> = { YOURS: 'warn', OFFICE: 'brand', ENDED: 'neutral' };

/** Cases and applications. Of those that wait for the person it says what to do. */
export function WorkList({ rows, isUrgent = false }: { rows: readonly WorkRow[]; isUrgent?: boolean }) {
  const { t, to, format, pick } = useTexts();
  return (
    <ul className={styles['list']}>
      {rows.map((row) => (
        <li key={row.number}>
          <Link to={to(row.path)} className={styles['row']}>
            <span className={styles['head']}>
              <strong>
                <Zh>{pick(row.name, row.nameEn)}</Zh>
              </strong>
              <Status tone={TONES[row.group]}>{t(row.state)}</Status>
            </span>
            {isUrgent && (
              <span className={styles['act']}>
                <Zh>
                  {t(row.act, {
                    materials: row.about.join(t('forms.and')),
                    steps: row.about.join(t('forms.and')),
                    since: '',
                    reason: '',
                  })}
                </Zh>
              </span>
            )}
            <span className={styles['facts']}>
              {[
                row.applicant ?? t('my.self'),
                row.number,
                format.day(row.on),
                row.countdown &&
                  (row.countdown.left === null
                    ? t('cases.lateDays', { count: row.countdown.late })
                    : t('my.left', { count: row.countdown.left })),
              ]
                .filter((fact) => fact !== null)
                .map((fact) => (
                  <span key={fact}>
                    <Zh>{fact}</Zh>
                  </span>
                ))}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
