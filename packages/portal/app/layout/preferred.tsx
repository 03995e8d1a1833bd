import type { ReactNode } from 'react';
import { CsrfField } from '../design/csrf-field.tsx';
import { useTexts } from '../language/text.tsx';
import { useVisitor } from '../visitor.ts';
import type { Preferences } from './preferences.ts';
import styles from './site-header.module.css';

/** A button that changes how one sees the pages, and comes back to this one. */
export function Preferred({
  name,
  value,
  isChosen,
  children,
}: {
  name: keyof Preferences;
  value: string;
  /** For choices of several; left out for a switch. */
  isChosen?: boolean;
  children: ReactNode;
}) {
  const { to } = useTexts();
  const { path } = useVisitor();
  return (
    <form method="post" action={to('/preferences')}>
      <CsrfField />
      <input type="hidden" name="return" value={path} />
      <button type="submit" name={name} value={value} aria-pressed={isChosen} className={styles['quiet']}>
        {children}
      </button>
    </form>
  );
}
