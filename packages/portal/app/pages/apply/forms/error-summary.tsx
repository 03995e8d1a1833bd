import { useEffect, useRef } from 'react';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import styles from './error-summary.module.css';

/** Something to put right, and the control where that is done. */
export interface ShownProblem {
  /** Such as `#f-phone`, or an address. Null when it is about no control. */
  to: string | null;
  /** What it is about. */
  title: string | null;
  text: string;
  /** True when the text is that of a department, in English. */
  isForeign?: boolean;
}

/** All that is to be put right, above the form. The focus moves here: with scripts by them, without by `autofocus`. */
export function ErrorSummary({ title, problems }: { title?: string; problems: readonly ShownProblem[] }) {
  const { t } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div ref={box} className={styles['summary']} role="alert" tabIndex={-1} autoFocus>
      <h2>{title ?? t('forms.problems', { count: problems.length })}</h2>
      <ul>
        {problems.map(({ to, title: about, text, isForeign }) => {
          const line = (
            <>
              {about && (
                <strong>
                  <Zh>{about}</Zh>
                  {t('forms.colon')}
                </strong>
              )}
              <span lang={isForeign ? 'en' : undefined}>
                <Zh>{text}</Zh>
              </span>
            </>
          );
          return <li key={`${to}${text}`}>{to ? <a href={to}>{line}</a> : line}</li>;
        })}
      </ul>
    </div>
  );
}
