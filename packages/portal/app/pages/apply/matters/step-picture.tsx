import type { ReactNode } from 'react';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import styles from './step-picture.module.css';

export interface PicturedStep {
  name: string;
  title: string;
  titleEn: string;
  department: string;
  /** Null where nobody applies yet. */
  state: string | null;
  problems: readonly { message: string; about?: string | null }[];
}

const LOOKS: Readonly<Record<string, { sign: string; look: string }>> = {
  WAITING: { sign: '', look: 'ahead' },
  DOING: { sign: '●', look: 'now' },
  AT_OFFICE: { sign: '●', look: 'now' },
  REFILING: { sign: '●', look: 'now' },
  RETURNED: { sign: '!', look: 'yours' },
  DONE: { sign: '✓', look: 'done' },
  DENIED: { sign: '✕', look: 'ended' },
  SKIPPED: { sign: '–', look: 'ahead' },
  LEFT_OUT: { sign: '–', look: 'ahead' },
  WITHDRAWING: { sign: '↺', look: 'now' },
  UNDOING: { sign: '↺', look: 'now' },
  UNDONE: { sign: '↺', look: 'ended' },
};

/** How far a step is from the beginning: what needs nothing is at 0. Steps at the same distance run side by side. */
export function levelsOf(needs: readonly { name: string; needs: readonly string[] }[]): Map<string, number> {
  const byName = new Map(needs.map((step) => [step.name, step.needs]));
  const levels = new Map<string, number>();
  const level = (name: string, seen: readonly string[]): number => {
    const known = levels.get(name);
    if (known !== undefined) return known;
    // A definition has no circles; an old one that is shown by a new one may miss steps.
    const above = (byName.get(name) ?? []).filter((other) => byName.has(other) && !seen.includes(other));
    const own = Math.max(-1, ...above.map((other) => level(other, [...seen, name]))) + 1;
    levels.set(name, own);
    return own;
  };
  for (const { name } of needs) level(name, []);
  return levels;
}

/** What each department does, from top to bottom; what runs side by side stands side by side. */
export function StepPicture({
  steps,
  needs,
  detail,
}: {
  steps: readonly PicturedStep[];
  needs: readonly { name: string; needs: readonly string[] }[];
  /** What stands beneath a step, such as its case and its result. */
  detail?: (name: string) => ReactNode;
}) {
  const { t, pick } = useTexts();
  const levels = levelsOf(needs);
  const rows = [...Map.groupBy(steps, ({ name }) => levels.get(name) ?? 0)].toSorted(
    ([one], [other]) => one - other,
  );
  return (
    <ol className={styles['picture']}>
      {rows.map(([level, side]) => (
        <li key={level} className={styles['level']}>
          {side.length > 1 && (
            <p className={styles['together']}>{t('matters.together', { count: side.length })}</p>
          )}
          <ul className={styles['side']}>
            {side.map(({ name, title, titleEn, department, state, problems }) => {
              const { sign, look } = LOOKS[state ?? ''] ?? { sign: '', look: 'ahead' };
              return (
                <li key={name} className={styles['step']} data-look={look}>
                  <span className={styles['sign']} aria-hidden="true">
                    {sign}
                  </span>
                  <div className={styles['words']}>
                    <strong>
                      <Zh>{pick(title, titleEn)}</Zh>
                    </strong>
                    <span className={styles['department']}>
                      {t(`department.${department}`)}
                      {state && ` · ${t(`matters.stepState.${state}`)}`}
                    </span>
                    {problems.map(({ message, about }) => (
                      <span key={message} className={styles['problem']}>
                        {about && (
                          <strong>
                            <Zh>{`${about}${t('forms.colon')}`}</Zh>
                          </strong>
                        )}
                        <Zh>{message}</Zh>
                      </span>
                    ))}
                    {detail?.(name)}
                  </div>
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ol>
  );
}
