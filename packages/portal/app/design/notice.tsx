import type { ReactNode } from 'react';
import { Zh } from '../language/lang.tsx';
import styles from './notice.module.css';

/** Says something that one should not overlook. `isAlert` reads it out at once: for what has just gone wrong. */
export function Notice({
  tone = 'brand',
  title,
  children,
  isAlert = false,
}: {
  tone?: 'brand' | 'good' | 'warn' | 'bad';
  title?: ReactNode;
  children?: ReactNode;
  isAlert?: boolean;
}) {
  return (
    <div className={`${styles['notice']} ${styles[tone]}`} role={isAlert ? 'alert' : undefined}>
      {title !== undefined && (
        <p className={styles['title']}>
          <Zh>{title}</Zh>
        </p>
      )}
      {children}
    </div>
  );
}
