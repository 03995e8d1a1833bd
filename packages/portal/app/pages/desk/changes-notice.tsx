import { Notice } from '../../design/notice.tsx';
import { useTexts } from '../../language/text.tsx';
import { Zh } from '../../language/lang.tsx';
import { EventText } from './case-timeline.tsx';
import type { DeskAnswer } from './model.ts';
import { tellName } from './names.ts';
import type { Changes } from './seen.ts';

/** Who did what since the official looked, and which answers are new. */
export function ChangesNotice({
  changes,
  answers,
  isStale,
}: {
  changes: Changes;
  answers: readonly DeskAnswer[];
  /** True when that is why a step was not taken. */
  isStale: boolean;
}) {
  const texts = useTexts();
  const { t, format } = texts;
  const labels = answers
    .filter(({ path }) => changes.answers.includes(path))
    .map(({ label }) => tellName(texts, label));
  return (
    <Notice tone="warn" isAlert={isStale} title={t(isStale ? 'desk.stale' : 'desk.news')}>
      <p>{t('desk.since', { at: format.moment(changes.since) })}</p>
      {changes.events.length > 0 && (
        <ul>
          {changes.events.map((event, i) => (
            <li key={i}>
              <EventText event={event} answers={answers} />
            </li>
          ))}
        </ul>
      )}
      {labels.length > 0 && (
        <p>
          <Zh>{t('desk.changedAnswers', { labels: labels.join('、') })}</Zh>
        </p>
      )}
    </Notice>
  );
}
