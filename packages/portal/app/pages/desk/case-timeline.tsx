import { useTexts } from '../../language/text.tsx';
import { Zh } from '../../language/lang.tsx';
import styles from './desk-case.module.css';
import type { DeskAnswer, DeskEvent } from './model.ts';
import { tellName } from './names.ts';

/** What has happened, last event first. */
export function CaseTimeline({
  events,
  answers,
}: {
  events: readonly DeskEvent[];
  answers: readonly DeskAnswer[];
}) {
  return (
    <ol className={styles['timeline']}>
      {events.toReversed().map((event, i) => (
        <li key={`${event.at ?? event.on}-${event.step}-${i}`}>
          <EventText event={event} answers={answers} />
        </li>
      ))}
    </ol>
  );
}

/** Who did what, when and why. */
export function EventText({ event, answers }: { event: DeskEvent; answers: readonly DeskAnswer[] }) {
  const texts = useTexts();
  const { t, format } = texts;
  // Officials name a field by its path; people know it by its label.
  const labelOf = (about: string) => {
    const label = answers.find(({ path }) => path === about)?.label;
    return label ? tellName(texts, label) : about;
  };
  const { at, on, step, side, note, defects } = event;
  return (
    <>
      <strong>{t(`desk.event.${step}`)}</strong>{' '}
      <span className={styles['soft']}>
        {at ? format.moment(at) : format.day(on)}
        {side && ` · ${t(`desk.side.${side}`)}`}
      </span>
      {note && (
        <p>
          <Zh>{note}</Zh>
        </p>
      )}
      {defects.length > 0 && (
        <ul>
          {defects.map(({ about, problem }, i) => (
            <li key={i}>
              {about && (
                <strong>
                  <Zh>{t('desk.defectAbout', { about: labelOf(about) })}</Zh>
                </strong>
              )}
              <Zh>{problem}</Zh>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
