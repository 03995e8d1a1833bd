import type { CaseQuery } from '../../../graphql/generated/graphql.ts';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import type { FormObject } from '../forms/form-schema.ts';
import { useFormTexts } from '../forms/form-texts.ts';
import styles from './timeline.module.css';

type Event = NonNullable<CaseQuery['case']>['timeline'][number];

/** What has happened, last first. Savings of a draft in a row are one line. */
export function CaseTimeline({
  timeline,
  schema,
}: {
  timeline: readonly Event[];
  schema: FormObject | null;
}) {
  const { t, format } = useTexts();
  const { titleOfAbout } = useFormTexts(schema);
  const shown = timeline
    .filter(({ step }, i) => step !== 'SAVED' || timeline[i + 1]?.step !== 'SAVED')
    .toReversed();
  return (
    <ol className={styles['line']}>
      {shown.map(({ on, at, step, side, note, defects }, i) => (
        <li key={`${at ?? on}-${i}`}>
          <p>
            <strong>{t(`cases.step.${step}`)}</strong>{' '}
            <span className={styles['when']}>
              {[at ? format.moment(at) : format.day(on), side && t(`cases.by.${side}`)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </p>
          {note && (
            <p className={styles['note']}>
              <Zh>{note}</Zh>
            </p>
          )}
          {defects && defects.length > 0 && (
            <ul className={styles['defects']}>
              {defects.map(({ about, problem }) => (
                <li key={problem}>
                  {about && (
                    <strong>
                      <Zh>{`${titleOfAbout(about)}${t('forms.colon')}`}</Zh>
                    </strong>
                  )}
                  <Zh>{problem}</Zh>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
