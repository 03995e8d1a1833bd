import { Link } from 'react-router';
import { Status } from '../../design/status.tsx';
import { useTexts } from '../../language/text.tsx';
import { Zh } from '../../language/lang.tsx';
import type { Clock } from './clock.ts';
import { ClockStatus } from './clock-status.tsx';
import styles from './inbox.module.css';
import type { DeskRow } from './model.ts';
import { tellName } from './names.ts';
import { stateTone } from './tones.ts';

/** The cases of an inbox, the one to act on first comes first. A table, whose rows are cards where there is no room for one. */
export function InboxList({
  department,
  rows,
}: {
  department: string;
  rows: readonly (DeskRow & { clock: Clock })[];
}) {
  const texts = useTexts();
  const { t, to, format } = texts;
  return (
    <div className={styles['frame']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('desk.clock')}</th>
            <th scope="col">{t('desk.actBy')}</th>
            <th scope="col">{t('desk.case')}</th>
            <th scope="col">{t('desk.applicant')}</th>
            <th scope="col">{t('desk.region')}</th>
            <th scope="col">{t('desk.state')}</th>
            <th scope="col">{t('desk.receivedOn')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number} className={row.clock.kind === 'stopped' ? styles['stopped'] : undefined}>
              <td>
                <ClockStatus clock={row.clock} />
              </td>
              <td data-label={t('desk.actBy')} className={styles['day']}>
                {row.actBy ? format.day(row.actBy) : '—'}
              </td>
              <td className={styles['case']}>
                <Link to={to(`/desk/${department}/${row.number}`)} data-row>
                  <Zh>{tellName(texts, row.item)}</Zh>
                </Link>
                <code>{row.number}</code>
              </td>
              <td data-label={t('desk.applicant')}>
                <Zh>{row.applicant ?? t('desk.person')}</Zh>
              </td>
              <td data-label={t('desk.region')}>
                <Zh>{row.region ?? '—'}</Zh>
              </td>
              <td>
                <Status tone={stateTone(row.state)}>{t(`case.state.${row.state}`)}</Status>
              </td>
              <td data-label={t('desk.receivedOn')} className={styles['day']}>
                {format.day(row.receivedOn)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
