import { useTexts } from '../../language/text.tsx';
import styles from './desk-case.module.css';
import type { DeskEvent } from './model.ts';

/** What has happened, last event first. */
export function CaseTimeline({ events }: { events: readonly DeskEvent[] }) {
  return (
    <ol className={styles['timeline']}>
      {events.toReversed().map((event, i) => (
        <li key={`${event.at ?? event.on}-${event.step}-${i}`}>
          <EventText event={event} />
        </li>
      ))}
    </ol>
  );
}

/** Who did what, when and why. */
export function EventText({ event }: { event: DeskEvent }) {
  const { t, format } = useTexts();
  const { at, on, step, side, note, defects } = event;
  return (
    <>
      <strong>{t(`desk.event.${step}`)}</strong>{' '}
      <span className={styles['soft']}>
        {at ? format.moment(at) : format.day(on)}
        {side && ` · ${t(`desk.side.${side}`)}`}
      </span>
      {note && <p>{note}</p>}
      {defects.length > 0 && (
        <ul>
          {defects.map(({ about, problem }, i) => (
            <li key={i}>
              {about && <strong>{t('desk.defectAbout', { about })}</strong>}
              {problem}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
