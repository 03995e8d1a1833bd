import timeline from '../cases/timeline.module.css';
import type { ApplicationQuery } from '../../../graphql/generated/graphql.ts';
import type { FormObject } from '../forms/form-schema.ts';
import { useFormTexts } from '../forms/form-texts.ts';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';

type Application = NonNullable<ApplicationQuery['matterCase']>;

/** What has happened to an application, last first. */
export function ApplicationTimeline({
  timeline: events,
  steps,
  schema,
}: {
  timeline: Application['timeline'];
  steps: Application['steps'];
  schema: FormObject | null;
}) {
  const { t, format, pick } = useTexts();
  const { titleOf, titleOfAbout } = useFormTexts(schema);
  const titles = new Map(steps.map(({ name, title, titleEn }) => [name, pick(title, titleEn)]));
  // What is under way for moments only is in the picture; here stands what was reached.
  const shown = events
    .filter(({ to }) => to !== 'DOING' && to !== 'REFILING' && to !== 'WAITING')
    .toReversed();
  return (
    <ol className={timeline['line']}>
      {shown.map(({ at, step, to, side, problems }, i) => (
        <li key={`${at}-${i}`}>
          <p>
            <strong>
              <Zh>
                {step
                  ? t('matters.event', {
                      step: titles.get(step) ?? step,
                      state: t(`matters.stepState.${to}`),
                    })
                  : t(`matters.state.${to}`)}
              </Zh>
            </strong>{' '}
            <span className={timeline['when']}>
              {format.moment(at)} · {t(`matters.side.${side}`)}
            </span>
          </p>
          {problems.length > 0 && (
            <ul className={timeline['defects']}>
              {problems.map(({ about, answer, message }) => (
                <li key={message}>
                  {(answer || about) && (
                    <strong>
                      <Zh>{`${answer ? titleOf(answer) : titleOfAbout(about!)}${t('forms.colon')}`}</Zh>
                    </strong>
                  )}
                  <Zh>{message}</Zh>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
